import type { Lookup } from '../../chat/field.ts';
import { readCode } from '../../crm/codes.ts';
import type { Ctx } from '../../crm/context.ts';
import { meansEverybody } from '../../crm/filter/parse.ts';
import { fitOf } from '../../crm/find/rank.ts';
import { type Hit, resolveHit } from '../../crm/find/search.ts';
import { type FoundOwner, ownerLookup } from './members.ts';
import { anyRecordLookup, recordKinds } from './records.ts';

const isRecord = (text: string) => Boolean(readCode(text)?.kind);

/** All whose work the asker sees. */
export const everybody = 'all';
type Whose = FoundOwner | Hit | typeof everybody;

/** Somebody or everybody, or a record where nobody is called so; where a record has the very name too, it is asked which. */
export const whoseLookup: Lookup<Whose, Ctx> = {
  async search(ctx, query) {
    const all = { value: everybody, label: ctx.t('task.everybody') };
    if (meansEverybody(query)) return [all];
    const people = isRecord(query) ? [] : await ownerLookup.search(ctx, query);
    const records = query.trim() ? await anyRecordLookup.search(ctx, query) : [];
    return [...(query.trim() ? [] : [all]), ...people, ...records].slice(0, 25);
  },
  async resolve(ctx, text) {
    if (meansEverybody(text)) return { kind: 'one', value: everybody };
    if (isRecord(text)) return anyRecordLookup.resolve(ctx, text);
    const people = await ownerLookup.resolve(ctx, text);
    const hits = /\d/.test(text) ? [] : await resolveHit(ctx, recordKinds, text);
    // Somebody's name but for a slip of the pen gives way to what is called so.
    const slip = people.kind === 'one' && fitOf(text, people.value.name) === 3;
    if (people.kind === 'none' || (slip && hits.some(({ fit }) => fit < 3)))
      return anyRecordLookup.resolve(ctx, text);
    const called = hits.filter(({ fit }) => fit === 0);
    if (people.kind === 'many' || called.length === 0) return people;
    const [own, others] = await Promise.all([
      ownerLookup.search(ctx, text),
      anyRecordLookup.search(ctx, text),
    ]);
    return { kind: 'many', options: [...own.slice(0, 1), ...others.slice(0, called.length)] };
  },
};
