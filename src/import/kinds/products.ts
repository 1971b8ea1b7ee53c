import { fold } from '../../lib/fold.ts';
import { currency, id, money, text } from '../cells.ts';
import { byName } from '../keys.ts';
import { createMatcher } from '../matcher.ts';
import { newProduct } from '../new.ts';
import { defineKind } from './kind.ts';

export const products = defineKind({
  cells: { id, name: text(200), category: text(120), price: money, currency },
  required: ['name'],
  creates: [],
  async place(desk) {
    const { products, make, shelves } = desk.book;
    const { shelf, all } = products;
    const matcher = createMatcher(all, [{ field: 'name', keyOf: byName }]);
    await desk.each(({ number, input: { id, name = '', category, price } }) => {
      const item =
        matcher.match({ folded: fold(name) }, id) ?? make(products, newProduct(name, desk.currency));
      shelf.update(item, {
        name,
        folded: fold(name),
        category,
        price: price?.amount,
        currency: price?.currency,
      });
      matcher.claim(item, number);
      return item;
    });
    return { main: shelf, shelves };
  },
});
