import type { AnyCommand, Command, Fields, Registry } from '../../src/chat/command.ts';
import { type Asker, createChat } from '../../src/chat/dispatch.ts';
import { optional } from '../../src/chat/field.ts';
import * as field from '../../src/chat/fields.ts';
import type { Chat } from '../../src/chat/platform.ts';
import { type Locale, translator } from '../../src/i18n/index.ts';
import { refuse } from '../../src/i18n/refusal.ts';
import type { Clock } from '../../src/lib/clock.ts';
import { fold } from '../../src/lib/fold.ts';
import type { Somebody } from '../../src/platforms/playground/index.ts';
import { dealCard, pipelineCard } from './cards.ts';

/** Who asks, in a company that has nothing but a few deals in memory. */
export interface Context extends Asker {
  readonly userId: string;
}

export interface Company {
  readonly chat: Chat;
  readonly registry: Registry<Context>;
  people(): Promise<Somebody[]>;
  /** Titles of the deals, oldest first. */
  readonly deals: string[];
  /** What each accepted invocation was. */
  readonly accepted: string[];
}

const person = (userId: string, name: string, role: Somebody['access']): Somebody => ({
  person: { platform: 'playground', userId, name, full: true },
  role,
  access: role,
});

export const zone = 'Asia/Ho_Chi_Minh';

/** A few real commands through the real pipeline: enough to try every control and every kind of block. */
export function createCompany(clock: Clock): Company {
  const everybody = [
    person('lan', 'Nguyễn Thị Lan', 'rep'),
    person('minh', 'Trần Quang Minh', 'manager'),
    person('hoa', 'Lê Thanh Hoa', 'admin'),
    person('vy', 'Đặng Tường Vy', 'viewer'),
    person('nam', 'Phạm Hoài Nam', 'anyone'),
  ];
  const languages = new Map<string, Locale>();
  const deals = ['Gia hạn Acme', 'Kho lạnh Bình Dương', 'Thiết bị Hà Nội'];
  const companies = ['Công ty TNHH Thiên Long', 'Acme Việt Nam', 'Sơn Hà JSC'];
  const accepted: string[] = [];
  const seen = new Set<string>();

  const find = (names: readonly string[], prefix: string) => ({
    search: async (_: unknown, query: string) =>
      names.flatMap((label, i) =>
        fold(`${prefix}${i + 1} ${label}`).includes(fold(query))
          ? [{ value: `${prefix}${i + 1}`, label }]
          : [],
      ),
    resolve: async (_: unknown, text: string) => {
      const hits = names.flatMap((label, i) =>
        text === `${prefix}${i + 1}` || fold(label).includes(fold(text))
          ? [{ value: `${prefix}${i + 1}`, label }]
          : [],
      );
      if (hits.length > 1) return { kind: 'many' as const, options: hits };
      return hits[0] ? { kind: 'one' as const, value: hits[0].label } : { kind: 'none' as const };
    },
    numbered: (text: string) => new RegExp(`^${prefix}\\d+$`).exec(text)?.[0],
  });
  const deal = () => field.lookup<string, Context>({ ...find(deals, 'D-') });

  const define = <F extends Fields<Context>>(command: Command<Context, F>): AnyCommand<Context> => command;
  const registry = {
    'deal.add': define({
      id: 'deal.add',
      access: 'rep',
      reply: 'channel',
      positional: ['title', 'amount'],
      fields: {
        title: field.text({ max: 120 }),
        amount: field.money({ hint: 'hint.amount' }),
        company: optional(field.lookup<string, Context>({ ...find(companies, 'C-') })),
        source: optional(
          field.choice({
            options: [
              { value: 'website', label: 'choice.source.website' },
              { value: 'referral', label: 'choice.source.referral' },
            ],
          }),
        ),
        close: optional(field.day({ prefer: 'future', hint: 'hint.day' })),
      },
      async run(ctx, input) {
        if (deals.includes(input.title)) refuse('choice.unknown', { text: input.title });
        deals.push(input.title);
        return dealCard(input.title, ctx);
      },
    }),
    'deal.show': define({
      id: 'deal.show',
      access: 'viewer',
      reply: 'channel',
      positional: ['deal'],
      fields: { deal: deal() },
      run: async (ctx, input) => dealCard(input.deal, ctx),
    }),
    'deal.edit': define({
      id: 'deal.edit',
      access: 'rep',
      reply: 'channel',
      positional: ['deal'],
      fields: {
        deal: deal(),
        title: optional(field.text({ max: 120 })),
        note: optional(field.text({ max: 900, multiline: true })),
      },
      prefill: async (_, { deal: said }) =>
        said === deals[1] ? refuse('deal.open') : { title: deals[0] as string, note: 'Gọi lại sau Tết' },
      run: async (_, input) => ({
        title: [`${input.title} / ${input.note === null ? 'cleared' : input.note}`],
        blocks: [],
      }),
    }),
    'deal.won': define({
      id: 'deal.won',
      access: 'rep',
      reply: 'channel',
      positional: ['deal'],
      fields: { deal: deal() },
      run: async (ctx) => ({ title: [ctx.t('title.deal.won')], tone: 'good', blocks: [] }),
    }),
    'log.call': define({
      id: 'log.call',
      access: 'rep',
      reply: 'private',
      positional: ['record', 'text'],
      fields: {
        record: deal(),
        text: field.text({ max: 900, multiline: true }),
        at: optional(field.moment({ hint: 'hint.at' })),
        duration: optional(field.duration({ hint: 'hint.duration' })),
        phone: optional(field.phone()),
        email: optional(field.email()),
        employees: optional(field.number({ min: 1, max: 10 })),
        period: optional(field.period({ hint: 'hint.period' })),
        days: optional(field.time({ hint: 'hint.time' })),
      },
      run: async (ctx, input) => ({
        title: [ctx.t('title.log.call')],
        blocks: [{ kind: 'text', text: [input.text] }],
      }),
    }),
    pipeline: define({
      id: 'pipeline',
      access: 'viewer',
      reply: 'channel',
      positional: [],
      fields: {},
      run: async (ctx) => pipelineCard(ctx),
    }),
    me: define({
      id: 'me',
      access: 'viewer',
      reply: 'private',
      positional: [],
      fields: {
        language: optional(
          field.choice({
            options: [
              { value: 'vi', label: 'choice.language.vi' },
              { value: 'en', label: 'choice.language.en' },
            ],
          }),
        ),
      },
      async run(ctx, { language }) {
        if (language) languages.set(ctx.userId, language);
        return {
          title: [translator(language ?? ctx.t.locale)('title.me')],
          blocks: [{ kind: 'text', text: [ctx.userId] }],
        };
      },
    }),
    'crm.join': define({
      id: 'crm.join',
      access: 'anyone',
      reply: 'private',
      positional: [],
      fields: {},
      run: async (ctx) => ({ title: [ctx.t('title.crm.join')], blocks: [] }),
    }),
    'crm.help': define({
      id: 'crm.help',
      access: 'viewer',
      reply: 'private',
      positional: [],
      fields: {},
      run: async (ctx) => ({ title: [ctx.t('title.crm.help')], blocks: [] }),
    }),
  } as Partial<Registry<Context>> as Registry<Context>;

  const chat = createChat<Context>({
    registry,
    clock,
    zone,
    currency: 'VND',
    locale: 'vi',
    async identify({ person: { userId } }) {
      const access = everybody.find((one) => one.person.userId === userId)?.access ?? 'anyone';
      const t = translator(languages.get(userId) ?? 'vi');
      return { t, access, userId, now: clock.now(), zone, currency: 'VND' };
    },
    stranger: async (ctx) => ({
      title: [ctx.t('title.crm.join')],
      tone: 'warn',
      blocks: [
        { kind: 'actions', actions: [{ label: ctx.t('title.crm.join'), command: 'crm.join', wire: {} }] },
      ],
    }),
    seen: {
      async store({ key, command }) {
        if (seen.has(key)) return false;
        seen.add(key);
        accepted.push(command);
        return true;
      },
      note: async () => {},
      done: async () => {},
      before: async () => null,
    },
    drafts: { save: async () => 1, load: async () => null },
    fault(error) {
      throw error;
    },
  });

  return {
    chat,
    registry,
    deals,
    accepted,
    people: async () =>
      everybody.map((one) => ({ ...one, locale: languages.get(one.person.userId) ?? 'vi' })),
  };
}
