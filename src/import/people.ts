import { leadsMergedInto } from '../crm/duplicates/merged.ts';
import type { Tx } from '../db/client.ts';
import { fold } from '../lib/fold.ts';
import { candidates } from './candidates.ts';
import { shown } from './cells.ts';
import { indexBy } from './index-by.ts';
import { byEmail, byName, byText } from './keys.ts';
import { refuseRow } from './refuse-row.ts';
import type { Item } from './shelf.ts';

/** The contacts and leads that deals name. */
export interface People {
  /** By e-mail or name. */
  contact(text: string): Item;
  /** By external id, also of one that was merged into it, e-mail or name. */
  lead(text: string): Item;
}

export async function openPeople(
  tx: Tx,
  inputs: readonly { readonly contact?: string; readonly lead?: string }[],
): Promise<People> {
  const [contacts, leads] = [inputs.map((input) => input.contact), inputs.map((input) => input.lead)];
  const numbers = (texts: readonly (string | undefined)[]) => texts.map((text) => numberOf(text));
  const folded = (texts: readonly (string | undefined)[]) => texts.map((text) => text && fold(text));
  const merged = await leadsMergedInto(
    tx,
    leads.filter((text) => text !== undefined),
  );
  return {
    contact: finder(
      'contact',
      await candidates(tx, 'contact', {
        id: numbers(contacts),
        email: contacts,
        folded: folded(contacts),
      }),
    ),
    lead: finder(
      'lead',
      await candidates(tx, 'lead', {
        id: [...numbers(leads), ...merged.values()],
        externalId: leads,
        email: leads,
        folded: folded(leads),
      }),
      merged,
    ),
  };
}

/** An export writes the number where the name is not enough. */
const numberOf = (text = '') => {
  const [, id] = /^#(\d{1,9})$/.exec(text) ?? [];
  return id === undefined ? undefined : Number(id);
};

function finder(
  field: string,
  known: readonly Item[],
  merged: ReadonlyMap<string, number> = new Map(),
): (text: string) => Item {
  const keys = [byText('externalId'), byEmail, byName];
  const indexes = keys.map((keyOf) => indexBy(keyOf, known));
  const byId = new Map<number | undefined, Item>(known.map((item) => [item.id, item]));
  return (text) => {
    const numbered = byId.get(numberOf(text) ?? merged.get(text));
    if (numbered) return numbered;
    const values = { externalId: text, email: text, folded: fold(text) };
    for (const [i, keyOf] of keys.entries()) {
      const [first, second] = indexes[i]?.get(keyOf(values)) ?? [];
      if (second) refuseRow(field, 'import.several_named', { text: shown(text) });
      if (first) return first;
    }
    return refuseRow(field, 'import.unknown_person', { text: shown(text) });
  };
}
