import type { Row } from '../changes/record.ts';

/** How far a lead is; one that was given up is alive again in one that was not. */
const ranks = ['DISQUALIFIED', 'NEW', 'WORKING', 'MQL', 'SQL', 'CONVERTED'];

/** What only one of two leads need say. */
const filled = ['externalId', 'contactId', 'need', 'interest', 'decisionOn', 'authority'];
const firsts = ['mqlAt', 'sqlAt', 'convertedAt'];

/** The columns of two merged leads that are no attributes; `changed` attributes come from the other one. */
export function leadRest(keep: Row, other: Row, changed: ReadonlySet<string>): Row {
  const from = (names: readonly string[], row: Row) =>
    Object.fromEntries(names.map((name) => [name, row[name]]));
  const further = ranks.indexOf(other.status as string) > ranks.indexOf(keep.status as string) ? other : keep;
  return {
    ...Object.fromEntries(filled.map((name) => [name, keep[name] ?? other[name]])),
    ...from(['budget', 'budgetCurrency'], keep.budget === null ? other : keep),
    ...Object.fromEntries(firsts.map((name) => [name, earliest(keep[name], other[name])])),
    ...from(['status', 'disqualifiedAt', 'reason'], further),
    // The link goes with the name, and the assignment with the owner.
    ...from(['companyId'], changed.has('company') ? other : keep),
    ...from(['assignedAt', 'acceptedAt'], changed.has('owner') ? other : keep),
  };
}

const earliest = (...moments: unknown[]) =>
  (moments.filter(Boolean) as Date[]).sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
