import { type Item, isItem } from '../shelf.ts';

/** Of a company of ours or of the file itself and all under which it stands, as they are by now. */
export function parentsAmong(companies: Iterable<Item>): (company: Item) => ReadonlySet<Item> {
  const byId = new Map([...companies].map((item) => [item.id, item]));
  const parentOf = ({ values: { parentId } }: Item) =>
    isItem(parentId) ? parentId : byId.get(Number(parentId));
  return (company) => {
    const above = new Set<Item>();
    for (let one: Item | undefined = company; one && !above.has(one); one = parentOf(one)) above.add(one);
    return above;
  };
}
