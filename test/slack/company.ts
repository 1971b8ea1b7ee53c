import type { Card } from '../../src/chat/card.ts';
import type { AnyCommand, CommandId, Fields, InputOf, Registry } from '../../src/chat/command.ts';
import { type Asker, createChat, type Standing } from '../../src/chat/dispatch.ts';
import { hidden, type Lookup, optional, withDefault } from '../../src/chat/field.ts';
import { choice, lookup, money, text } from '../../src/chat/fields.ts';
import type { Chat, Invocation } from '../../src/chat/platform.ts';
import type { Wire } from '../../src/chat/wire.ts';
import { type Locale, translator } from '../../src/i18n/index.ts';
import { refuse } from '../../src/i18n/refusal.ts';
import { systemClock } from '../../src/lib/clock.ts';

interface Deal {
  readonly id: number;
  title: string;
  company: string;
  amount: string;
  stage: string;
}

interface Ctx extends Asker {
  readonly user: string;
}

/** A company of a few records with the real dispatch over it: enough for every way a platform can ask. */
export class Company {
  readonly deals: Deal[] = [{ id: 1, title: 'Gia hạn', company: 'Acme', amount: '1200000000', stage: 'new' }];
  readonly notes: string[] = [];
  readonly stored: Invocation[] = [];
  readonly faults: unknown[] = [];
  readonly locales = new Map<string, Locale>();
  /** The commands that ran, and for whom. */
  readonly ran: { command: string; user: string }[] = [];
  /** Rejects the next so many invocations, as a database that is down. */
  down = 0;
  /** Holds back every run of a command until it resolves. */
  gate: Promise<unknown> = Promise.resolve();
  readonly chat: Chat;
  readonly registry = this.#registry();
  readonly #drafts: Wire[] = [];

  constructor(locale: Locale = 'en') {
    const keys = new Set<string>();
    this.chat = createChat<Ctx>({
      registry: this.registry,
      clock: systemClock,
      zone: 'Asia/Ho_Chi_Minh',
      currency: 'VND',
      locale,
      identify: async ({ person }) => {
        const access: Standing = person.full ? 'rep' : 'outsider';
        const t = translator(this.locales.get(person.userId) ?? locale);
        return { t, access, user: person.userId, now: new Date(), zone: 'UTC', currency: 'VND' };
      },
      stranger: async (_ctx, person) => ({
        title: [`no entry for ${person.name}`],
        tone: 'warn',
        blocks: [],
      }),
      seen: {
        store: async (invocation) => {
          if (this.down-- > 0) throw new Error('the database is down');
          if (keys.has(invocation.key)) return false;
          keys.add(invocation.key);
          this.stored.push(invocation);
          return true;
        },
        note: async () => {},
        done: async () => {},
        before: async () => null,
      },
      drafts: {
        save: async (_command, wire) => this.#drafts.push(wire) - 1,
        load: async (id) => this.#drafts[id] ?? null,
      },
      fault: (error) => this.faults.push(error),
    });
  }

  #registry(): Registry<Ctx> {
    const names: Lookup<string, Ctx> = {
      search: async (_ctx, query) =>
        ['Acme', 'Acme Hà Nội', 'Bình Minh']
          .filter((n) => n.toLowerCase().includes(query.toLowerCase()))
          .map((n) => ({ value: n, label: n })),
      resolve: async (_ctx, said) => {
        if (said === 'Nobody') return { kind: 'none' };
        if (said === 'acme')
          return {
            kind: 'many',
            options: [
              { value: 'Acme', label: 'Acme' },
              { value: 'Acme Hà Nội', label: 'Acme Hà Nội' },
            ],
          };
        return { kind: 'one', value: said };
      },
    };
    const deals: Lookup<Deal, Ctx> = {
      search: async () => this.deals.map(({ id, title }) => ({ value: `D-${id}`, label: title })),
      resolve: async (_ctx, said) => {
        const deal = this.deals.find(({ id, title }) => `D-${id}` === said || title === said);
        return deal ? { kind: 'one', value: deal } : { kind: 'none' };
      },
      numbered: (said) => /^D-\d+$/.exec(said)?.[0],
    };
    const stages = choice<string, Ctx>({
      options: [
        { value: 'new', label: 'choice.status.new' },
        { value: 'working', label: 'choice.status.working' },
      ],
    });
    const deal = lookup<Deal, Ctx>(deals);
    const add = this.#command(
      'deal.add',
      'channel',
      ['title', 'amount'],
      {
        title: text<Ctx>({ max: 120 }),
        amount: money<Ctx>(),
        company: optional(lookup<string, Ctx>(names)),
        stage: withDefault(stages, 'new'),
      },
      async (_ctx, { title, amount, company, stage }) => {
        if (title === 'closed') refuse('access.denied');
        const made = {
          id: this.deals.length + 1,
          title,
          company: company ?? '',
          amount: amount.amount,
          stage,
        };
        this.deals.push(made);
        return this.card(made);
      },
    );
    const show = this.#command('deal.show', 'channel', ['deal'], { deal }, async (_ctx, input) =>
      this.card(input.deal),
    );
    const move = this.#command(
      'deal.move',
      'channel',
      ['deal', 'stage'],
      { deal, stage: stages, from: hidden(stages) },
      async (_ctx, input) => {
        input.deal.stage = input.stage;
        return this.card(input.deal);
      },
    );
    const edit: AnyCommand<Ctx> = {
      ...this.#command(
        'deal.edit',
        'private',
        ['deal'],
        {
          deal,
          title: optional(text<Ctx>({ max: 120 })),
          note: optional(text<Ctx>({ max: 5000, multiline: true })),
        },
        async (_ctx, input) => {
          input.deal.title = input.title ?? '';
          return this.card(input.deal);
        },
      ),
      asksFor: ['title', 'note'],
      prefill: async (_ctx, { deal: said = '' }): Promise<Wire> => {
        const found = await deals.resolve(_ctx, said);
        if (found.kind === 'one' && found.value.stage === 'won') refuse('deal.open');
        return found.kind === 'one' ? { deal: `D-${found.value.id}`, title: found.value.title } : {};
      },
    };
    const note = this.#command(
      'log.note',
      'private',
      ['deal', 'text'],
      { deal, text: text<Ctx>({ max: 4000, multiline: true }) },
      async (_ctx, input) => {
        this.notes.push(input.text);
        return { title: ['Noted'], tone: 'good', blocks: [] };
      },
    );
    const pipeline = this.#command('pipeline', 'channel', [], {}, async () => chartCard);
    const me = this.#command('me', 'private', [], {}, async () => ({
      title: ['My work'],
      blocks: [
        { kind: 'text', text: [`${this.deals.length} deals`] },
        ...this.card(this.deals[0] as Deal).blocks,
      ],
    }));
    const help = this.#command(
      'crm.help',
      'private',
      [],
      { topic: optional(text<Ctx>({ max: 50 })) },
      async () => ({ title: ['Help'], blocks: [] }),
    );
    const all = [add, show, move, edit, note, pipeline, me, help];
    return Object.fromEntries(all.map((command) => [command.id, command])) as unknown as Registry<Ctx>;
  }

  /** A deal with buttons: one that takes its place, one that posts anew, one that asks. */
  card(deal: Deal): Card {
    const wire = { deal: `D-${deal.id}` };
    return {
      title: [`D-${deal.id} ${deal.title}`],
      blocks: [
        {
          kind: 'facts',
          facts: [
            { label: 'Stage', value: [deal.stage] },
            { label: 'Company', value: [deal.company] },
          ],
        },
        {
          kind: 'actions',
          actions: [
            {
              label: 'Work on it',
              command: 'deal.move',
              wire: { ...wire, stage: 'working', from: deal.stage },
              replace: true,
            },
            { label: 'Show', command: 'deal.show', wire },
            { label: 'Log', command: 'log.note', wire },
          ],
        },
      ],
    };
  }

  #command<F extends Fields<Ctx>>(
    id: CommandId,
    reply: 'private' | 'channel',
    positional: (keyof F & string)[],
    fields: F,
    run: (ctx: Ctx, input: InputOf<F>) => Promise<Card>,
  ): AnyCommand<Ctx> {
    return {
      id,
      access: 'viewer',
      reply,
      fields,
      positional,
      run: async (ctx, input) => {
        this.ran.push({ command: id, user: ctx.user });
        await this.gate;
        return run(ctx, input);
      },
    };
  }
}

export const chartCard: Card = {
  title: ['Pipeline'],
  blocks: [
    {
      kind: 'chart',
      chart: { kind: 'bars', title: '3 deals open', subtitle: '', rows: [] },
      alt: 'Three deals are open',
      table: {
        kind: 'table',
        columns: [
          { label: 'Stage', align: 'left' },
          { label: 'Deals', align: 'right' },
        ],
        rows: [[['New'], ['3']]],
      },
    },
  ],
};
