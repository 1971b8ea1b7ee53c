import type { Card } from '../../src/chat/card.ts';
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
  });
  const deal = () => field.lookup<string, Context>({ ...find(deals, 'D-') });

  const dealCard = (title: string, ctx: Context): Card => ({
    title: [{ bold: 'D-1' }, ` · ${title}`],
    tone: 'good',
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: ctx.t('field.amount'), value: ['1.200.000.000 ₫'] },
          { label: ctx.t('field.owner'), value: [{ mention: { name: 'Lan', ids: { playground: 'lan' } } }] },
          { label: ctx.t('field.close'), value: [{ moment: clock.now().toISOString(), style: 'both' }] },
          { label: ctx.t('field.website'), value: [{ link: 'acme.vn', url: 'https://acme.vn' }] },
          { label: ctx.t('field.note'), value: [{ link: 'bad', url: 'javascript:alert(1)' }] },
        ],
      },
      {
        kind: 'actions',
        actions: [
          { label: ctx.t('title.deal.move'), style: 'primary', command: 'deal.edit', wire: { deal: 'D-1' } },
          { label: ctx.t('title.log.call'), command: 'log.call', wire: { record: 'D-1' } },
          { label: ctx.t('title.deal.won'), command: 'deal.won', wire: { deal: 'D-1' }, replace: true },
          { label: ctx.t('title.deal.lost'), style: 'danger', command: 'deal.lost', wire: { deal: 'D-1' } },
        ],
      },
    ],
  });

  const define = <F extends Fields<Context>>(command: Command<Context, F>): AnyCommand<Context> => command;
  const table: Card['blocks'][number] & { kind: 'table' } = {
    kind: 'table',
    columns: [
      { label: 'Giai đoạn', align: 'left' },
      { label: 'Số cơ hội', align: 'right' },
      { label: 'Giá trị', align: 'right' },
      { label: 'Người phụ trách chính', align: 'left' },
    ],
    rows: [
      [['Đang tư vấn'], ['31'], ['1.480.000.000 ₫'], ['Nguyễn Thị Lan']],
      [['Đàm phán'], ['14'], ['1.730.000.000 ₫'], ['Trần Quang Minh']],
      [['<b>*_`<!channel> @everyone'], ['1'], ['12 ₫'], ['x'.repeat(60)]],
    ],
    more: 12,
  };

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
      prefill: async () => ({ title: deals[0] as string, note: 'Gọi lại sau Tết' }),
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
      run: async (ctx) => ({
        title: ['Đang mở ', { bold: '5,02 tỷ ₫' }, ' · 109 cơ hội'],
        blocks: [
          {
            kind: 'chart',
            alt: 'Đang tư vấn 1,48 tỷ, 31 cơ hội; Đàm phán 1,73 tỷ, 14 cơ hội',
            chart: {
              kind: 'bars',
              title: 'Đang mở 5,02 tỷ ₫ · 109 cơ hội',
              subtitle: 'Giá trị và số cơ hội theo giai đoạn',
              rows: [
                { label: 'Đang tư vấn', value: 1480, text: '1,48 tỷ', note: '31 cơ hội', tone: 'main' },
                { label: 'Đàm phán', value: 1730, text: '1,73 tỷ', note: '14', tone: 'main' },
                { label: 'Bị mất', value: 300, text: '300 tr', note: '3', tone: 'muted' },
              ],
            },
            table,
          },
          table,
          { kind: 'actions', actions: [{ label: ctx.t('title.deal.add'), command: 'deal.add', wire: {} }] },
          { kind: 'note', text: ['Tính đến ', { moment: clock.now().toISOString(), style: 'both' }] },
        ],
      }),
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
