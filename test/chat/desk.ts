import type { Card } from '../../src/chat/card.ts';
import type { AnyCommand, Registry } from '../../src/chat/command.ts';
import { type Asker, createChat, type Ports, type Standing } from '../../src/chat/dispatch.ts';
import { hidden, type Lookup, optional, withDefault } from '../../src/chat/field.ts';
import { choice, lookup, money, number, text } from '../../src/chat/fields.ts';
import type { Invocation, Person, Place, Plan } from '../../src/chat/platform.ts';
import type { Wire } from '../../src/chat/wire.ts';
import { type Locale, translator } from '../../src/i18n/index.ts';
import { refuse } from '../../src/i18n/refusal.ts';
import { fixedClock } from '../../src/lib/clock.ts';
import { vnd } from './reader.ts';

export interface Somebody extends Asker {
  readonly name: string;
}

interface Deal {
  readonly id: number;
  readonly title: string;
}

const deals: readonly Deal[] = [
  { id: 1, title: 'Kho Thủ Đức' },
  { id: 2, title: 'Kho Bình Dương' },
  { id: 3, title: 'Gia hạn Acme' },
];

const option = ({ id, title }: Deal) => ({ value: `D-${id}`, label: title });

const found: Lookup<Deal, Somebody> = {
  search: async (_, query) => {
    if (query === 'down') throw new Error('the database is down');
    return deals.filter(({ title }) => title.includes(query)).map(option);
  },
  resolve: async (_, said) => {
    if (said === 'down') throw new Error('the database is down');
    const hits = deals.filter(({ id, title }) => said === `D-${id}` || title.includes(said));
    const [one] = hits;
    if (hits.length > 1) return { kind: 'many', options: hits.map(option) };
    return one ? { kind: 'one', value: one } : { kind: 'none' };
  },
};

/** A desk with a few commands that note what they were run with, and everything else kept in memory. */
export function desk(
  settings: {
    locale?: Locale;
    channelLocale?: Locale;
    locales?: Record<string, Locale>;
    access?: Standing;
  } = {},
) {
  const ran: { command: string; input: unknown; locale: Locale }[] = [];
  const faults: { error: unknown; token: string; about: object }[] = [];
  const stored = new Map<string, 'open' | 'done'>();
  const drafts: Wire[] = [];
  const keptFor: (string | null)[] = [];
  const identified: Parameters<Ports<Somebody>['identify']>[0][] = [];
  let changed: Card | null = null;

  const did =
    (command: string) =>
    async (ctx: Somebody, input: unknown): Promise<Card> => {
      ran.push({ command, input, locale: ctx.t.locale });
      return { title: [`${command} done`], blocks: [] };
    };
  const deal = lookup(found);
  const commands: Partial<Record<keyof Registry<Somebody>, AnyCommand<Somebody>>> = {
    'deal.add': {
      id: 'deal.add',
      access: 'rep',
      reply: 'channel',
      positional: ['title', 'amount'],
      run: did('deal.add'),
      fields: { title: text({ max: 120 }), amount: money(), company: optional(text({ max: 300 })) },
    },
    'deal.show': {
      id: 'deal.show',
      access: 'viewer',
      reply: 'private',
      positional: ['deal'],
      run: did('deal.show'),
      fields: {
        deal,
        share: withDefault(choice({ options: [{ value: 'me', label: 'choice.share.me' }] }), 'me'),
      },
    },
    'deal.edit': {
      id: 'deal.edit',
      access: 'rep',
      reply: 'channel',
      positional: ['deal'],
      run: did('deal.edit'),
      asksFor: ['title', 'note'],
      fields: {
        deal,
        title: optional(text({ max: 120 })),
        note: optional(text({ max: 99 })),
        reason: withDefault(text({ max: 99 }), 'none'),
      },
      prefill: async (_, { deal: said = '' }): Promise<Wire> => {
        if (said === 'closed') refuse('deal.open');
        const hit = await found.resolve(null as never, said);
        return hit.kind === 'one' ? { title: hit.value.title, note: 'as it was', reason: 'stored' } : {};
      },
    },
    'deal.won': {
      id: 'deal.won',
      access: 'rep',
      reply: 'channel',
      positional: ['deal'],
      fields: { deal, from: hidden(number({ min: 1, max: 9 })) },
      run: async () => refuse('deal.none', { deal: 'D-9' }),
    },
    'crm.member': {
      id: 'crm.member',
      access: 'admin',
      reply: 'private',
      positional: [],
      fields: {},
      run: did('crm.member'),
    },
    'crm.join': {
      id: 'crm.join',
      access: 'anyone',
      reply: 'private',
      positional: [],
      fields: {},
      run: did('crm.join'),
    },
    undo: {
      id: 'undo',
      access: 'rep',
      reply: 'channel',
      positional: [],
      fields: {},
      run: async () => {
        throw new Error('out of memory');
      },
    },
    me: { id: 'me', access: 'viewer', reply: 'private', positional: [], fields: {}, run: did('me') },
  };

  const ports: Ports<Somebody> = {
    registry: commands as Registry<Somebody>,
    clock: fixedClock(vnd.now),
    zone: vnd.zone,
    currency: vnd.currency,
    locale: settings.locale ?? 'en',
    identify: async (asked) => {
      identified.push(asked);
      if (asked.person.name === 'unreachable') throw new Error('the database is down');
      const own = settings.locales?.[asked.person.userId] ?? settings.locale ?? 'en';
      const t = translator(asked.visibility === 'channel' ? (settings.channelLocale ?? 'en') : own);
      return { ...vnd, t, access: settings.access ?? 'rep', name: asked.person.name };
    },
    stranger: async (_, person) => ({ title: [`Welcome, ${person.name}`], blocks: [] }),
    seen: {
      store: async ({ key }) => !stored.has(key) && !!stored.set(key, 'open'),
      note: async () => {},
      done: async (key) => {
        if (key === 'lost') throw new Error('the database is down');
        stored.set(key, 'done');
      },
      before: async () => changed,
    },
    drafts: {
      save: async (_, wire, person) => {
        keptFor.push(person);
        return drafts.push(wire);
      },
      load: async (id) => drafts[id - 1] ?? null,
    },
    fault: (error, token, about) => faults.push({ error, token, about }),
  };

  return {
    chat: createChat(ports),
    ran,
    faults,
    stored,
    drafts,
    /** For whom each of them was kept: one person, or everybody. */
    keptFor,
    identified,
    /** As if the change of every invocation had been made before a crash. */
    crashedAfter: (card: Card) => {
      changed = card;
    },
  };
}

export const an: Person = { platform: 'playground', userId: 'an', name: 'An', full: true };
export const here: Place = { channel: 'C1', private: false };
export const alone: Place = { channel: 'an', private: true };

export function invoke(command: string, wire: Wire, over: Partial<Invocation> = {}): Invocation {
  return {
    key: 'k1',
    person: an,
    place: here,
    command: command as Invocation['command'],
    wire,
    replyTo: null,
    ...over,
  };
}

/** The form that a plan asks with. */
export function form(planned: Plan) {
  if (planned.kind !== 'ask') throw new Error(`not asked: ${JSON.stringify(planned)}`);
  return planned.form;
}
