import type { Segment } from '../crm/segments/segment.ts';
import type { Translator } from '../i18n/index.ts';
import { refuse } from '../i18n/refusal.ts';
import { type KindName, kinds } from './kinds.ts';

/** The filters of an export, with that of a segment: apart, as one text they could be read otherwise. */
export function narrowed(
  kind: KindName,
  filters: readonly string[],
  segment: Segment | undefined,
): readonly string[] {
  if (!segment) return filters;
  if (segment.record !== kinds[kind])
    refuse('export.segment_kind', {
      segment: segment.name,
      kinds: (t: Translator) => t(`help.group.${kinds[kind]}`).toLowerCase(),
    });
  return [segment.filter, ...filters];
}
