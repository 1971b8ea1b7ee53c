import type { Block } from '../../chat/card.ts';
import type { Wire } from '../../chat/wire.ts';
import type { Translator } from '../../i18n/index.ts';
import type { Text } from '../../lib/span.ts';
import type { Excluded, Receipt } from '../../metrics/measured.ts';
import { moment } from '../parts.ts';
import { excludedTexts } from './words.ts';

/** What was asked besides the period, and by whom. */
export interface About {
  readonly owner?: { readonly id: number; readonly name: string } | undefined;
  /** The currency that somebody asked for. */
  readonly currency?: string | undefined;
  /** Whose sight it is, by name. */
  readonly viewer?: string | undefined;
}

/** The same for a button: the fields as they would be typed. */
export function wireOf({ owner, currency }: About): Wire {
  return { ...(owner && { owner: `m${owner.id}` }), ...(currency && { currency }) };
}

/** The small print under figures: as of when, whose, what part of the whole the asker sees, what was left out. */
export function notes(
  t: Translator,
  { asOf, sight }: Receipt,
  { owner, viewer }: About,
  excluded: readonly Excluded[],
  more: readonly string[] = [],
): Block[] {
  const left = excludedTexts(t, excluded);
  const sentences: Text[] = [
    t.text('asof.note', { moment: moment(asOf) }),
    ...(owner ? [[t('kpi.note.owner', { owner: owner.name })]] : []),
    ...more.map((text) => [text]),
    ...(sight === 'none' ? [[t('seen.none')]] : []),
    ...(typeof sight === 'string' ? [] : [[t('seen.part', { name: viewer ?? '–', count: sight.length })]]),
    ...(left.length ? [[t('excluded.note', { list: left.join('; ') })]] : []),
  ];
  return [{ kind: 'note', text: sentences.flatMap((text, i) => (i ? [' ', ...text] : text)) }];
}
