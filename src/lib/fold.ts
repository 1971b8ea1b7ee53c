/** For comparing and finding: lower case, no accents (đ is d), no invisible characters, single spaces. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replaceAll('đ', 'd')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether the person typed any accent, so that exact accents can be preferred. */
export function hasAccents(text: string): boolean {
  return /[\p{M}đĐ]/u.test(text.normalize('NFD'));
}

const GAP = '[ .,:-]+';
const OWNERS = `(?:(?:mtv|mot thanh vien|1 thanh vien|hai thanh vien(?: tro len)?)${GAP})?`;
const KIND = `(?:(?:tnhh|trach nhiem huu han|co phan|cp|hop danh)${GAP})?`;
const LEADING = new RegExp(
  `^(?:(?:cong ty|c\\.?ty)${GAP}${KIND}${OWNERS}|tnhh${GAP}${OWNERS}|(?:ctcp|dntn|doanh nghiep tu nhan)${GAP})`,
);
// A bare "co" may be a word of the name (Cò, Cỏ): it needs its full stop or its "Ltd".
const TRAILING =
  /[ ,.(-]+(?:(?:&? ?co(?:mpany)?[., ]+)?(?:ltd|limited)|&? ?co\.|company|jsc|joint stock company|llc|llp|inc|incorporated|corp|corporation|gmbh|plc|pte|ctcp|tnhh(?: mtv)?)[.)]*$/;

/** A company's folded name without its legal form (Công ty TNHH, JSC, Co., Ltd …), unless nothing remains. */
export function foldCompany(name: string): string {
  const folded = fold(name);
  let bare = ` ${`${folded} `.replace(LEADING, '').trim()}`;
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = bare.replace(TRAILING, '');
  }
  return bare.replace(/^[ ,.-]+|[ ,.-]+$/g, '') || folded;
}

/**
 * Typing mistakes between two words: letters wrong, missing, too many, or two neighbours swapped
 * (optimal string alignment). Stops early and returns `max + 1` when there are more than `max`.
 */
export function typoDistance(a: string, b: string, max = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const wrong = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(above, j) + 1, at(row, j - 1) + 1, at(above, j - 1) + wrong);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, at(before, j - 2) + 1);
      }
      row.push(least);
    }
    if (Math.min(...row) > max) return max + 1;
    [before, above] = [above, row];
  }
  return Math.min(at(above, b.length), max + 1);
}

function at(row: number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}

/** The candidate with the fewest typing mistakes, accents and case aside; the first of equals, at most `max`. */
export function nearest(word: string, candidates: Iterable<string>, max = 2): string | undefined {
  let best: string | undefined;
  let least = max + 1;
  for (const candidate of candidates) {
    const distance = typoDistance(fold(word), fold(candidate), max);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}
