import type { LeadStatus } from '../../db/client.ts';

export type { LeadStatus };

/** How much somebody wants it, and what they have to say in it; each with a sentence `choice.<name>.<value>`. */
export const interests = ['high', 'medium', 'low', 'none'] as const;
export const authorities = ['decides', 'influences', 'none', 'unknown'] as const;

/** The states that people put a lead into; it is converted by `convertLead` alone. */
export const settable = ['WORKING', 'MQL', 'SQL', 'DISQUALIFIED'] as const;

/** The way of a lead; who is further on has passed the states before. */
const way: readonly LeadStatus[] = ['NEW', 'WORKING', 'MQL', 'SQL', 'CONVERTED'];

export const further = (a: LeadStatus, b: LeadStatus): LeadStatus =>
  way.indexOf(a) > way.indexOf(b) ? a : b;

const milestones = { MQL: 'mqlAt', SQL: 'sqlAt', CONVERTED: 'convertedAt' } as const;

/**
 * The columns that tell when a lead first reached a state, as they become with this one. What was passed over is
 * reached now too; what was reached once stays, wherever the lead goes afterwards.
 */
export function reached(
  lead: { readonly [Column in (typeof milestones)[keyof typeof milestones] | 'disqualifiedAt']: Date | null },
  status: LeadStatus,
  now: Date,
) {
  const passed = (Object.keys(milestones) as (keyof typeof milestones)[]).filter(
    (state) => way.indexOf(state) <= way.indexOf(status),
  );
  return {
    ...Object.fromEntries(passed.map((state) => [milestones[state], lead[milestones[state]] ?? now])),
    ...(status === 'DISQUALIFIED' && { disqualifiedAt: lead.disqualifiedAt ?? now }),
  };
}
