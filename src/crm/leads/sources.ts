/**
 * Where a lead may come from, wherever the bot is used; admins add others (crm/settings/sources.ts). Asked on every way
 * in. Imports keep what their file says.
 */
export const sources = ['website', 'social', 'team', 'referral', 'other'] as const;
export type Source = (typeof sources)[number];
