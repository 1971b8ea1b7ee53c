import { foldCompany, typoDistance } from '../../lib/fold.ts';

/** A short word must be right (Bình is not Bích); longer ones may have one slip, long ones two. */
const slips = (length: number) => (length <= 4 ? 0 : length <= 7 ? 1 : 2);

/** Letters that were typed twice. */
const plain = (name: string) => foldCompany(name).replace(/(\p{L})\1+/gu, '$1');

/**
 * Whether two names may be one's: accents, case, legal forms, spaces, doubled letters and the order of words aside,
 * with two slips of the pen at most.
 */
export function alike(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)];
  if (a.replaceAll(' ', '') === b.replaceAll(' ', '')) return true;
  const [words, others] = [a.split(' '), b.split(' ')];
  if (words.length !== others.length) return false;
  return near(words, others) || near(words.toSorted(), others.toSorted());
}

function near(words: readonly string[], others: readonly string[]): boolean {
  let made = 0;
  return words.every((word, i) => {
    const other = others[i] ?? '';
    const most = slips(Math.min(word.length, other.length));
    const distance = word === other ? 0 : typoDistance(word, other, most);
    made += distance;
    return distance <= most && made <= 2;
  });
}
