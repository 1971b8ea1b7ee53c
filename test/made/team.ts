import { beforeEach, expect } from 'vitest';
import type { Action } from '../../src/chat/card.ts';
import type { Form } from '../../src/chat/form.ts';
import type { Person } from '../../src/chat/platform.ts';
import type { Wire } from '../../src/chat/wire.ts';
import { company, textOf } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();
export let acme: Awaited<ReturnType<typeof company>>;
export let lan: Person;
export let vy: Person;

/** A new company with two members before each test of a file. */
export const newTeam = () =>
  beforeEach(async () => {
    await database.truncate();
    acme = await company(database);
    lan = await acme.member('Lan', 'rep', 'North');
    vy = await acme.member('Vy', 'rep', 'South', 'vi');
  });

type Press = { command: string; wire: Wire };
export const done = async (said: string | Press, person = lan) => {
  const { ok, card } = await acme.say(person, said);
  expect([said, ok, textOf(card)]).toEqual([said, 'done', expect.anything()]);
  return textOf(card);
};
/** What a line or button is refused with, which has written nothing. */
export const refused = async (said: string | Press, person = lan) => {
  const before = await rows();
  const { ok, visibility, card, errors } = await acme.say(person, said);
  expect([said, ok, visibility]).toEqual([said, 'refused', 'private']);
  expect(await rows()).toEqual(before);
  const buttons = card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
  return { told: textOf(card), errors, buttons, labels: buttons.map(({ label }) => label) };
};
export const button = ({ buttons }: { buttons: readonly Action[] }, label: string) => {
  const found = buttons.find((one) => one.label === label);
  if (!found) throw new Error(`no «${label}» among ${buttons.map((one) => one.label)}`);
  return { command: found.command, wire: found.wire };
};
export const rows = async () => ({
  companies: await acme.db.company.count(),
  contacts: await acme.db.contact.count(),
  deals: await acme.db.deal.count(),
  changes: await acme.db.change.count(),
});
export const deal = () =>
  acme.db.deal.findFirstOrThrow({
    orderBy: { id: 'desc' },
    include: { company: true, contact: { include: { company: true } }, owner: true },
  });
export const entries = async () => {
  const latest = await acme.db.change.findFirstOrThrow({ orderBy: { id: 'desc' } });
  const all = await acme.db.changeEntry.findMany({ where: { changeId: latest.id }, orderBy: { id: 'asc' } });
  return [latest.command, ...all.map(({ record }) => record)];
};
export const suggested = async (command: string, field: string, text: string, person = lan) =>
  acme.chat.suggest({
    person,
    place: { channel: 'dm', private: true },
    command: command as 'deal.add',
    field,
    text,
    wire: {},
  });
export const last = async (...asked: Parameters<typeof suggested>) => (await suggested(...asked)).at(-1);
export const opened = async (said: string | Press): Promise<Form> => {
  const got = await acme.ask(lan, said);
  if (got.kind !== 'ask') throw new Error(textOf(got));
  return got.form;
};
