import { identify } from '../crm/people/identify.ts';
import type { Organisation, Somebody } from '../crm/people/known.ts';
import { exported } from './export.ts';
import { type KindName, kinds } from './kinds.ts';

interface Asked {
  readonly records: KindName;
  readonly filters: readonly string[];
}

/** An export for one person, with the rights they have as it is made, piece by piece. Refuses who may see none of it. */
export async function handedTo(
  org: Organisation,
  person: Somebody,
  { records, filters }: Asked,
): Promise<AsyncIterable<string>> {
  const ctx = await identify(org, { person, place: { channel: person.userId, private: true } });
  return (await exported(ctx, kinds[records], filters)).pieces;
}
