/** What may become of rows that are likely about a record that is here already. */
export const duplicates = ['report', 'skip', 'add'] as const;
export type Duplicates = (typeof duplicates)[number];
