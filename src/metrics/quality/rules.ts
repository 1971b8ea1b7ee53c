/** What can be wrong with a record, in the order in which it is told. */
export const rules = [
  'no_owner',
  'no_contact',
  'no_profile',
  'no_source',
  'no_close',
  'close_passed',
  'no_next',
  'untouched',
  'duplicate',
] as const;
export type Rule = (typeof rules)[number];
