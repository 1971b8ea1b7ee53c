/** What a person can mend, in one sentence that says what to do. */
export const problems = {
  'problem.fault':
    'Something went wrong on my side; nothing was changed. Please tell your admin this code: {token}',
  'problem.command.unknown': 'I do not know “{text}”. Type /crm help to see what I can do.',
  'problem.command.unknown_near': 'I do not know “{text}”. Did you mean “{near}”?',
  'problem.key.unknown_near': 'There is no field “{key}” here. Did you mean “{near}”?',
  'problem.key.unknown': 'There is no field “{key}” here; please put a text with a colon in quotes.',
  'problem.key.twice': '“{key}” is given twice; please give it once.',
  'problem.line.too_much': 'I cannot place “{text}”; please put texts with spaces in quotes.',
  'problem.button.gone': 'This button is from an older version; please type the command instead.',
  'problem.access.denied': 'Your role does not allow this; please ask a manager or an admin.',
  'problem.field.missing': 'Please fill this in.',
  'problem.text.too_long': 'Please shorten this to {max} characters; it has {length}.',
  'problem.number.unreadable': '“{text}” is not a whole number from {min} to {max}.',
  'problem.number.none': '“{text}” is not a whole number.',
  'problem.choice.unknown': '“{text}” is not one of the choices.',
  'problem.lookup.none': '{label}: I found nothing for “{text}”. Please check the spelling.',
  'problem.begin.none': 'Which record is it about? I find none that “{text}” begins with the name of.',
  'problem.begin.some': 'Which record is it about? “{text}” may begin with the name of one.',
  'problem.either': '“{text}” is also the name of a record. Which one do you mean?',
  'problem.lookup.more': 'Others fit too; please write more of the name if yours is not here.',
  'problem.lookup.many': '{label}: which one do you mean by “{text}”?',
} as const;
