/** Likely twins, and what becomes of them. */
export const duplicates = {
  'field.apart': 'Not the same as',
  'twins.likely': 'This may be here already. Nothing has been written yet.',
  'twins.certain': 'This is here already. Nothing has been written yet.',
  'twins.why.taxCode': 'same tax code',
  'twins.why.email': 'same e-mail',
  'twins.why.phone': 'same phone number',
  'twins.why.name': 'same or similar name',
  'twins.complete': 'Use {record} and complete it',
  'twins.add': 'Add anyway',
  'twins.save': 'Save anyway',
  'twins.line': 'On a line, apart:"{apart}" goes on all the same.',
  'problem.twins.found': 'This may be here already: {records}.',
} as const;
