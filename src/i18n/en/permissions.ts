/** What is said about who sees and changes which records. */
export const permissions = {
  'seen.none': 'No record of this kind is there for you to see.',
} as const;
