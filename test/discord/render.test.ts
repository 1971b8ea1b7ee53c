import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Card } from '../../src/chat/card.ts';
import type { Span, Text } from '../../src/lib/span.ts';
import { cut, inline, pinged } from '../../src/platforms/discord/inline.ts';
import { render } from '../../src/platforms/discord/render.ts';
import { tableMarkup } from '../../src/platforms/discord/table.ts';
import { pingsOf } from '../emulators/discord/pings.ts';
import { messageIssues } from '../emulators/discord/rules/message.ts';
import { check, spec } from '../emulators/discord/spec.ts';
import type { Json } from '../emulators/discord/store.ts';

// biome-ignore format: one list, read across
const hostile = [
  '@everyone', '@here', '<@123456>', '<@&1>', '<#5>', '<!channel>', '**x**', '__x__', '~~x~~', '||x||', '`x`',
  '```\nx\n```', '# x', '-# x', '- x', '+ x', '* x', '> x', '>>> x', '1. x', '12) x', '[x](https://evil.example)',
  'https://evil.example', '<https://evil.example>', '<t:0:R>', '<:a:1>', '</deal:1>', '\\', '\\*', '\u202Eabc',
  'a\nb', '', ' ', '😀'.repeat(40), 'Đàm phán', 'x'.repeat(5000),
];

/** What Discord shows of a line of markup: backslashes before punctuation vanish. */
const shown = (markup: string) => markup.replaceAll(/\\([^0-9A-Za-z\s])/g, '$1');

const word = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme' }));
const span: fc.Arbitrary<Span> = fc.oneof(
  word,
  fc.record({ bold: word }),
  fc.record({ link: word, url: fc.oneof(fc.webUrl(), word) }),
  fc.record({
    mention: fc.record({ name: word, ids: fc.oneof(fc.constant({ discord: '42' }), fc.constant({})) }),
  }),
  fc.record({ channel: fc.oneof(fc.constant('42'), word), on: fc.constantFrom('discord', 'slack') }),
  fc.record({
    moment: fc.oneof(fc.constant('2026-11-22T01:00:00Z'), word),
    style: fc.constantFrom('day', 'time', 'both'),
  }),
);
const text: fc.Arbitrary<Text> = fc.array(span, { maxLength: 6 });
const column = fc.record({ label: word, align: fc.constantFrom('left' as const, 'right' as const) });
const table = fc
  .record({
    columns: fc.array(column, { minLength: 1, maxLength: 6 }),
    more: fc.nat(50),
    size: fc.nat(60),
    cell: text,
  })
  .map(({ columns, more, size, cell }) => ({
    kind: 'table' as const,
    columns,
    more,
    rows: Array.from({ length: size }, () => columns.map(() => cell)),
  }));
const action = fc
  .record({
    label: word,
    id: fc.nat(),
    style: fc.constantFrom('primary' as const, 'danger' as const, undefined),
  })
  .map(({ label, id, style }) => ({
    label,
    command: 'deal.show',
    wire: { deal: String(id) },
    ...(style && { style }),
  }));
const chart = { kind: 'bars' as const, title: '', subtitle: '', rows: [] };
const block: fc.Arbitrary<Block> = fc.oneof(
  text.map((t): Block => ({ kind: 'text', text: t })),
  text.map((t): Block => ({ kind: 'note', text: t })),
  fc
    .array(fc.record({ label: word, value: text }), { maxLength: 40 })
    .map((facts): Block => ({ kind: 'facts', facts })),
  table,
  fc.record({ alt: word, table }).map((rest): Block => ({ kind: 'chart', chart, ...rest })),
  fc.array(action, { maxLength: 60 }).map((actions): Block => ({ kind: 'actions', actions })),
  fc.constant<Block>({ kind: 'file', name: 'deals.csv', records: 'deals', filters: [] }),
  fc.constant<Block>({ kind: 'divider' }),
);
const card: fc.Arbitrary<Card> = fc.record({ title: text, blocks: fc.array(block, { maxLength: 30 }) });

function wrong(body: unknown): unknown[] {
  const json = JSON.parse(JSON.stringify(body)) as Json;
  return [...check(spec('MessageCreateRequest'), json), ...messageIssues(json)];
}

function textsOf(body: unknown): string {
  const found: string[] = [];
  JSON.stringify(body, (key, value) => {
    if (key === 'content') found.push(value);
    return value;
  });
  return found.join('\n');
}

describe('a card', () => {
  it('is always a message that Discord takes, and pings only whom it mentions', () => {
    fc.assert(
      fc.property(card, fc.boolean(), (any, drawn) => {
        const files = any.blocks.flatMap((b, i) => (['chart', 'file'].includes(b.kind) ? [i] : []));
        const attached = new Map(drawn ? files.map((i) => [i, `chart-${i}.png`] as const) : []);
        const body = render(any, 'en', { attached, marks: [7, 8] });
        expect(wrong(body)).toEqual([]);
        const { users = [], parse } = body.allowed_mentions ?? {};
        expect(parse).toEqual([]);
        expect(users.every((id) => id === '42')).toBe(true);
        const everybody = pingsOf('', body.components as unknown as Json[], null);
        expect(everybody.users.every((id) => id === '42')).toBe(true);
        expect([everybody.roles, everybody.everyone]).toEqual([[], false]);
      }),
      { numRuns: 150 },
    );
  });

  it('that is too long for one message is shortened and says so, its buttons kept', () => {
    const facts = Array.from({ length: 200 }, (_, i) => ({ label: `Fact ${i}`, value: ['x'.repeat(50)] }));
    const body = render(
      {
        title: ['Long'],
        blocks: [
          { kind: 'facts', facts },
          { kind: 'actions', actions: [{ label: 'Show', command: 'deal.show', wire: {} }] },
        ],
      },
      'vi',
    );
    expect(textsOf(body)).toMatch(/và 1\d\d dòng nữa/);
    expect(textsOf(body)).toContain('đã được rút gọn');
    expect(JSON.stringify(body)).toContain('"custom_id":"deal.show"');
    expect(wrong(body)).toEqual([]);
  });

  it('shows the same button once', () => {
    const action = { label: 'Show', command: 'deal.show', wire: {} };
    const body = render({ title: ['t'], blocks: [{ kind: 'actions', actions: [action, action] }] }, 'en');
    expect(wrong(body)).toEqual([]);
    expect(JSON.stringify(body).match(/deal\.show/g)).toHaveLength(1);
  });

  it('says how many rows are not listed', () => {
    const rows = [[['Acme']], [['Sao Mai']]];
    const body = render(
      {
        title: ['t'],
        blocks: [{ kind: 'table', columns: [{ label: 'Deal', align: 'left' }], rows, more: 12 }],
      },
      'en',
    );
    expect(textsOf(body)).toContain('and 12 more');
    expect(textsOf(body)).not.toContain('shortened');
  });

  it('stands as this message', () => {
    const body = render(
      {
        title: ['Pipeline · ', { bold: '1,25 tỷ ₫' }],
        tone: 'good',
        blocks: [
          { kind: 'text', text: ['Moved by ', { mention: { name: 'An', ids: { discord: '42' } } }] },
          {
            kind: 'facts',
            facts: [
              { label: 'Owner', value: ['An'] },
              { label: 'Amount', value: ['500.000 ₫'] },
            ],
          },
          { kind: 'note', text: ['as of ', { moment: '2026-11-22T01:00:00Z', style: 'time' }] },
          {
            kind: 'actions',
            actions: [{ label: 'Won', style: 'primary', command: 'deal.won', wire: { deal: '42' } }],
          },
        ],
      },
      'en',
    );
    expect(body).toMatchInlineSnapshot(`
      {
        "allowed_mentions": {
          "parse": [],
          "users": [
            "42",
          ],
        },
        "attachments": [],
        "components": [
          {
            "accent_color": 3055211,
            "components": [
              {
                "content": "### Pipeline · **1,25 tỷ ₫**",
                "type": 10,
              },
              {
                "content": "Moved by <@42>",
                "type": 10,
              },
              {
                "content": "**Owner:** An
      **Amount:** 500.000 ₫",
                "type": 10,
              },
              {
                "content": "-# as of <t:1795309200:t>",
                "type": 10,
              },
              {
                "components": [
                  {
                    "custom_id": "deal.won?deal=42",
                    "label": "Won",
                    "style": 1,
                    "type": 2,
                  },
                ],
                "type": 1,
              },
            ],
            "type": 17,
          },
        ],
        "flags": 32768,
      }
    `);
  });
});

describe('markup', () => {
  it.each(hostile.filter((s) => s.trim() && !s.includes('\n') && !/[\u202A-\u202E]/.test(s)))(
    'prints %s as it is',
    (name) => {
      const markup = inline([name]);
      expect(shown(markup)).toBe(name.trim());
      // Nothing of it is left for Discord to read: every sign that could mean something is behind a backslash.
      const bare = markup.replaceAll(/\\[^0-9A-Za-z\s]/g, 'x');
      expect(bare).not.toMatch(/[*_~`|<>[\]@#]|:\/\/|^\s*([-+]|\d+[.)])\s/m);
    },
  );

  it('links only to the web, and to nothing that ends the link', () => {
    expect(inline([{ link: 'site', url: 'https://a.example/(x)>' }])).toBe(
      '[site](<https://a.example/%28x%29%3E>)',
    );
    expect(inline([{ link: 'site', url: 'javascript:alert(1)' }])).toBe('site');
    expect(inline([{ link: 'site', url: 'nonsense' }])).toBe('site');
  });

  it('mentions by id where Discord has one, else by name without a ping', () => {
    const text: Text = [
      { mention: { name: 'Bình', ids: { slack: 'U1' } } },
      { mention: { name: 'An', ids: { discord: '42' } } },
    ];
    expect(inline(text)).toBe('\\@Bình<@42>');
    expect(pinged(text)).toEqual(['42']);
    expect(pinged([{ mention: { name: 'x', ids: { discord: '1> @everyone' } } }])).toEqual([]);
  });

  it('names a channel of Discord by its id, of another platform in words', () => {
    expect(inline([{ channel: '42', on: 'discord' }])).toBe('<#42>');
    expect(inline([{ channel: 'C0SALES', on: 'slack' }])).toBe('slack \\#C0SALES');
    expect(inline([{ channel: '1> @everyone', on: 'discord' }])).not.toMatch(/<#|(?<!\\)@/);
  });

  it('is cut to any room without leaving markup open', () => {
    fc.assert(
      fc.property(text, fc.nat(60), (any, room) => {
        const kept = cut(any, room);
        expect(inline(kept).length).toBeLessThanOrEqual(room);
      }),
    );
  });
});

describe('a table', () => {
  const columns = [
    { label: 'Deal', align: 'left' as const },
    { label: 'Amount', align: 'right' as const },
  ];

  it('is a line a row, whose mentions are mentions', () => {
    const mention: Span = { mention: { name: 'An', ids: { discord: '42' } } };
    const { markup } = tableMarkup({ kind: 'table', columns, rows: [[['Acme'], [mention]]] }, 4000);
    expect(markup).toBe('-# Deal · Amount\n**Acme** · <@42>');
  });
});
