import type { Logger } from 'pino';
import { afterAll, afterEach, expect } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import type { AnyCommand, CommandId, Registry } from '../../src/chat/command.ts';
import { type Asker, createChat } from '../../src/chat/dispatch.ts';
import { hidden, optional, withDefault } from '../../src/chat/field.ts';
import { choice, day, lookup, money, number, text } from '../../src/chat/fields.ts';
import type { Answer, Invocation, Platform } from '../../src/chat/platform.ts';
import type { Wire } from '../../src/chat/wire.ts';
import { type Locale, translator } from '../../src/i18n/index.ts';
import { refuse } from '../../src/i18n/refusal.ts';
import { createDiscord, type DiscordOptions } from '../../src/platforms/discord/index.ts';
import { type Discord, startDiscord } from '../emulators/discord/index.ts';
import type { Json } from '../emulators/discord/store.ts';

interface Context extends Asker {
  readonly invoked?: string;
}

const companies = [
  { value: 'C-1', label: 'Công ty Sao Mai' },
  { value: 'C-2', label: 'Acme' },
];
const company = lookup<string, Context>({
  search: async (_ctx, query) => companies.filter((c) => c.label.toLowerCase().includes(query.toLowerCase())),
  resolve: async (_ctx, typed) => {
    const hit = companies.find((c) => c.value === typed || c.label === typed);
    return hit ? { kind: 'one', value: hit.value } : { kind: 'none' };
  },
  numbered: (typed) => /^C-\d+$/.exec(typed)?.[0],
});
const stage = choice({
  options: [
    { value: 'new', label: 'choice.status.new' },
    { value: 'working', label: 'choice.status.working' },
  ],
});

type Answering = (input: Record<string, unknown>) => Card | Promise<Card>;

/** The real bot on an emulated Discord, with a small business behind it: what ran, and what it answers. */
export async function startBot(given: Partial<DiscordOptions<Context>> = {}) {
  const discord = await startDiscord();
  const ran: { command: string; input: Record<string, unknown> }[] = [];
  const answers = new Map<string, Answering>();
  const logged: { level: string; about: Record<string, unknown>; text: string }[] = [];
  const drafts: Wire[] = [];
  const stored = new Map<string, Invocation>();
  const faults: unknown[] = [];

  const command = (id: string, rest: object): AnyCommand<Context> =>
    ({
      access: 'anyone',
      reply: 'channel',
      positional: [],
      fields: {},
      ...rest,
      id,
      run: async (_ctx: Context, input: Record<string, unknown>) => {
        ran.push({ command: id, input });
        return (await answers.get(id)?.(input)) ?? { title: [`done: ${id}`], blocks: [] };
      },
    }) as unknown as AnyCommand<Context>;

  const registry = Object.fromEntries(
    [
      command('deal.add', {
        positional: ['title', 'amount'],
        fields: {
          title: text({ max: 120 }),
          amount: money({ hint: 'hint.amount' }),
          company: optional(company),
          stage: withDefault(stage, 'new'),
          close: optional(day({ prefer: 'future', hint: 'hint.day' })),
          page: optional(number({ min: 1, max: 9 })),
          note: optional(text({ max: 2000, multiline: true })),
        },
      }),
      command('deal.show', { positional: ['deal'], fields: { deal: company } }),
      command('deal.move', {
        positional: ['deal', 'stage'],
        fields: { deal: company, stage, from: hidden(text({ max: 20 })) },
      }),
      command('deal.edit', {
        positional: ['deal'],
        fields: { deal: company, title: optional(text({ max: 120 })), taxCode: optional(text({ max: 20 })) },
        asksFor: ['title', 'taxCode'],
        prefill: async (_: Context, { deal }: Record<string, string>) =>
          deal === 'C-404' ? refuse('deal.open') : { title: 'Stored title', taxCode: '0101' },
      }),
      command('log.note', {
        positional: ['deal', 'text'],
        fields: { deal: company, text: text({ max: 40 }) },
      }),
      command('kpi', {}),
      command('kpi.how', {}),
      command('me', { reply: 'private' }),
      command('pipeline', {}),
      command('crm.help', {}),
      command('crm.users', { access: 'admin' }),
    ].map((c) => [c.id, c]),
  ) as Registry<Context>;

  const locale: Locale = 'en';
  const clock = { now: () => new Date() };
  const asker = { now: new Date(), zone: 'Asia/Ho_Chi_Minh', currency: 'VND', t: translator(locale) };
  const chat = createChat<Context>({
    registry,
    clock,
    zone: asker.zone,
    currency: asker.currency,
    locale,
    identify: async ({ person }) => ({ ...asker, access: person.administrator ? 'admin' : 'rep' }),
    stranger: async () => ({ title: ['stranger'], blocks: [] }),
    seen: {
      store: async (invocation) => {
        if (stored.has(invocation.key)) return false;
        stored.set(invocation.key, invocation);
        return true;
      },
      note: async () => {},
      done: async () => undefined,
      before: async () => null,
    },
    drafts: {
      save: async (_command, wire) => drafts.push(wire),
      load: async (id) => drafts[id - 1] ?? null,
    },
    fault: (error) => void faults.push(error),
  });

  const log = Object.fromEntries(
    ['info', 'warn', 'error'].map((level) => [
      level,
      (about: Record<string, unknown> | string, words?: string) =>
        logged.push(
          typeof about === 'string' ? { level, about: {}, text: about } : { level, about, text: words ?? '' },
        ),
    ]),
  ) as unknown as Logger;

  const create = (changes: Partial<DiscordOptions<Context>> = {}): Platform =>
    createDiscord({
      token: discord.token,
      guildId: discord.guild.id,
      apiUrl: discord.api,
      chat,
      registry,
      clock,
      log,
      draw: async () => ({ png }),
      make: async () => (async function* () {})(),
      keep: async (_command, wire) => drafts.push(wire),
      ...given,
      ...changes,
    });
  const platform = create();
  await platform.start();

  return {
    discord,
    platform,
    create,
    chat,
    registry,
    ran,
    drafts,
    stored,
    logged,
    faults,
    /** What a command answers from now on. */
    answer: (id: CommandId, answering: Card | Answering) =>
      answers.set(id, typeof answering === 'function' ? answering : () => answering),
    stop: async () => {
      await platform.stop();
      await discord.close();
    },
  };
}

export type Bot = Awaited<ReturnType<typeof startBot>>;
export type { Answer, Discord };

/** One bot and one person for a test file; await it where tests are declared. */
export async function openBot() {
  const bot = await startBot();
  const an = bot.discord.addPerson('An', { locale: 'vi' });
  afterEach(() => {
    expect(bot.discord.violations.splice(0)).toEqual([]);
    expect(bot.faults.splice(0)).toEqual([]);
    bot.ran.length = 0;
    bot.discord.faults.clear();
  });
  afterAll(() => bot.stop());
  return { bot, an };
}

/** One pixel, as far as its header says. */
export const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex');

/** All that can be read in a message: its texts, one below the other. */
export function wordsIn(message: { body: { components?: unknown } }): string {
  const found: string[] = [];
  JSON.stringify(message.body.components, (key, value) => {
    if (key === 'content') found.push(value);
    return value;
  });
  return found.join('\n');
}

/** What a form asks, and with what. */
export const labels = (modal: Json) => (modal.components as Json[]).map((c) => c.label);
export const inputs = (modal: Json) => (modal.components as Json[]).map((c) => c.component as Json);
