/** Where a lead may come from; asked on every way in. Imports keep what their file says. */
export const sources = ['website', 'social', 'team', 'referral', 'other'] as const;
export type Source = (typeof sources)[number];
