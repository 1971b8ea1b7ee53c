import type { Action, Card } from '../../src/chat/card.ts';
import type { Person } from '../../src/chat/platform.ts';
import { handedTo } from '../../src/commands/handed.ts';
import { company, textOf } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

export { textOf };

export const actionsOf = (card: Card): Action[] =>
  card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));

/** A company to which people hand files. Await it where tests are declared. */
export async function dropping() {
  const database = await testDatabase();
  const files = new Map<string, Buffer>();
  const fetched: string[] = [];
  /** What was shown before an answer. */
  const shown: Card[] = [];
  const platform = () => ({
    download: async (reference: string) => {
      fetched.push(reference);
      return files.get(reference) ?? null;
    },
    answer: async (_asked: unknown, { card }: { card: Card }) => void shown.push(card),
  });
  const open = () => company(database, { platform });
  let acme = await open();
  let keys = 0;
  return {
    files,
    fetched,
    shown,
    get acme() {
      return acme;
    },
    get db() {
      return acme.db;
    },
    async reset() {
      await database.truncate();
      fetched.length = 0;
      shown.length = 0;
      acme = await open();
    },
    /** What dropping this file is answered with. */
    async drop(person: Person, name: string, content: string | Buffer, size?: number): Promise<Card> {
      const bytes = Buffer.from(content as string);
      const file = `F${++keys}`;
      files.set(file, bytes);
      const wire = { file, name, size: String(size ?? bytes.length) };
      return (await acme.say(person, { command: 'import.file', wire })).card;
    },
    /** The file that a card names, as somebody gets it from a bot that was started just now. */
    async fileFor(person: Person, card: Card): Promise<string> {
      const file = card.blocks.find((block) => block.kind === 'file');
      if (file?.kind !== 'file') throw new Error(`no file in ${textOf(card)}`);
      let text = '';
      for await (const piece of await handedTo((await open()).org, person, file)) text += piece;
      return text;
    },
    /** What a button of a card is answered with. */
    press: async (person: Person, card: Card, label: string) =>
      (await acme.say(person, buttonOf(card, label))).card,
  };
}

export function buttonOf(card: Card, label: string): Action {
  const found = actionsOf(card).find((action) => action.label === label);
  if (!found) throw new Error(`no button “${label}” on ${textOf(card)}`);
  return found;
}
