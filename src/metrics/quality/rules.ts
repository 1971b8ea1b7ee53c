/**
 * What can be wrong with a record, in the order in which it is told. A next step that is missing will be a rule once
 * there are tasks: until then nothing says what the next step is.
 */
export const rules = [
  'no_owner',
  'no_contact',
  'no_profile',
  'no_source',
  'no_close',
  'close_passed',
  'untouched',
  'duplicate',
] as const;
export type Rule = (typeof rules)[number];
