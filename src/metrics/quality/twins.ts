import type { Profiled } from '../../crm/attributes/attributes.ts';
import { type Group, type Member, scanDuplicates } from '../../crm/duplicates/scan.ts';
import type { Asker } from '../measured.ts';

/** A record that has a likely twin. */
export interface Twin {
  readonly id: number;
  /** The number of the group that it belongs to. */
  readonly group: number;
  /** The records among which are those that it is likely the same as: of its kind, and a contact with a lead. */
  readonly among: readonly (readonly Member[])[];
}

/** Each record of a kind at most once. */
export type Twins = Readonly<Record<Profiled, readonly Twin[]>>;

export const noTwins: Twins = { company: [], contact: [], lead: [] };

/**
 * Those of records that the asker may see; the scan sorts and does not compare all with all. Of a contact and a lead that
 * is likely theirs the lead alone is to be mended: it is converted.
 */
export async function likelyTwins(ctx: Asker): Promise<Twins> {
  const groups = await scanDuplicates(ctx, ['company', 'contact', 'lead']);
  const [mixed, pure] = [groups.filter(isMixed), groups.filter((group) => !isMixed(group))];
  const of = (wanted: Profiled) => {
    const twins = new Map<number, Twin>();
    for (const [group, { records }] of [...pure, ...(wanted === 'lead' ? mixed : [])].entries())
      for (const { kind, id } of records) {
        if (kind !== wanted) continue;
        const known = twins.get(id);
        twins.set(id, { id, group: known?.group ?? group, among: [...(known?.among ?? []), records] });
      }
    return [...twins.values()];
  };
  return { company: of('company'), contact: of('contact'), lead: of('lead') };
}

const isMixed = ({ records: [best, ...others] }: Group) => others.some(({ kind }) => kind !== best.kind);
