import type { Sort } from '../attributes/attributes.ts';
import type { Value } from '../attributes/values.ts';

/** Both say something, and not the same: one of the two is lost in a merge. Lists are united and lose nothing. */
export const differs = (sort: Sort, one: Value, other: Value) =>
  !['list', 'phones', 'emails'].includes(sort) &&
  one !== null &&
  other !== null &&
  JSON.stringify(one) !== JSON.stringify(other);
