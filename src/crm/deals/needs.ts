/** `overdue`: the expected close has passed; `stale`: see `stillness`; `no_owner`: nobody, or nobody active. */
export const needs = ['overdue', 'stale', 'no_owner'] as const;
export type Need = (typeof needs)[number];
