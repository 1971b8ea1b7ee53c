import type { Profiled } from '../../crm/attributes/attributes.ts';
import { scanDuplicates } from '../../crm/duplicates/scan.ts';
import type { Asker } from '../measured.ts';

/** The records that have a likely twin, each with the number of the group that it belongs to. */
export type Twins = Readonly<Record<Profiled, readonly { readonly id: number; readonly group: number }[]>>;

export const noTwins: Twins = { company: [], contact: [], lead: [] };

/** Those of records that the asker may see; the scan sorts and does not compare all with all. */
export async function likelyTwins(ctx: Asker): Promise<Twins> {
  const groups = await scanDuplicates(ctx, ['company', 'contact', 'lead']);
  const of = (wanted: Profiled) =>
    // A lead that is likely a contact's is no copy: it is converted, not merged.
    groups.flatMap(({ records }, group) =>
      records.every(({ kind }) => kind === wanted) ? records.map(({ id }) => ({ id, group })) : [],
    );
  return { company: of('company'), contact: of('contact'), lead: of('lead') };
}
