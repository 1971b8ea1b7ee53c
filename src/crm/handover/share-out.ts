/**
 * Shares out records among `n` people: for each record whose it becomes. Those of one customer stay together, and
 * everybody gets as even a number as that allows.
 */
export function shareOut(records: readonly { readonly customer: number | null }[], n: number): number[] {
  const groups = new Map<string, number[]>();
  for (const [i, { customer }] of records.entries()) {
    const key = customer === null ? `alone ${i}` : `customer ${customer}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(i);
  }
  const load = Array<number>(n).fill(0);
  const whose = Array<number>(records.length).fill(0);
  // The largest first, each to who has the fewest so far.
  for (const group of [...groups.values()].sort((a, b) => b.length - a.length)) {
    const least = load.indexOf(Math.min(...load));
    load[least] = (load[least] ?? 0) + group.length;
    for (const i of group) whose[i] = least;
  }
  return whose;
}
