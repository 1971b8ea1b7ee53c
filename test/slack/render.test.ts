import { describe, expect, it } from 'vitest';
import type { Block, Card } from '../../src/chat/card.ts';
import type { Form } from '../../src/chat/form.ts';
import type { Text } from '../../src/lib/span.ts';
import { modal } from '../../src/platforms/slack/form.ts';
import { render } from '../../src/platforms/slack/render.ts';
import { isJson, type Json } from '../emulators/slack/json.ts';
import { pings, shown } from '../emulators/slack/pings.ts';
import { checkMessage, checkView } from '../emulators/slack/validate.ts';
import { chartCard } from './company.ts';
import { nasty } from './nasty.ts';

const any = () => true;
const zone = 'Asia/Ho_Chi_Minh';
const draw = (card: Card, pictures?: Map<Block, string>): Json => ({
  ...render(card, { locale: 'en', zone, surface: 'message', ...(pictures && { pictures }) }),
});
const refused = (card: Card) => checkMessage(draw(card), any);
const homeRefused = (card: Card) =>
  checkView(
    { type: 'home', blocks: render(card, { locale: 'vi', zone, surface: 'home' }).blocks },
    'home',
    any,
  );

const linked: Text = ['See ', { link: '*the* <docs> | x', url: 'https://example.com/a?b=1&c=2' }, '.'];
const spans: Text = [
  'Owner ',
  { mention: { name: 'Lan', ids: { slack: 'U0LAN' } } },
  ' or ',
  { mention: { name: '<!here>', ids: { discord: '1' } } },
  ' by ',
  { moment: '2026-11-22T01:30:00Z', style: 'both' },
  ' ',
  { bold: '*bold*' },
  ...linked,
  { link: 'no link', url: 'javascript:alert(1)' },
];

describe('a card on Slack', () => {
  it.each(nasty)('prints the name %s as it is, wherever it stands, and pings nobody', (name) => {
    const table = { kind: 'table', columns: [{ label: name, align: 'left' }], rows: [[[name]]] } as const;
    const blocks: Block[] = [
      { kind: 'text', text: [name] },
      { kind: 'note', text: [name] },
      { kind: 'facts', facts: [{ label: 'Name', value: [name] }] },
      table,
      table,
      { kind: 'actions', actions: [{ label: name, command: 'deal.show', wire: { deal: name } }] },
    ];
    for (const card of [
      { title: [name], blocks },
      { title: [name], blocks: [] },
    ]) {
      const body = draw(card);
      expect(checkMessage(body, any)).toBeUndefined();
      expect(pings(body)).toEqual([]);
      expect(body.text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
      if (card.blocks.length > 0) {
        // In a heading, a table and a button long names are cut; in text, small print and facts they are whole.
        expect(shown(body).split(name).length).toBeGreaterThanOrEqual(4);
      }
    }
    expect(homeRefused({ title: [name], blocks })).toBeUndefined();
  });

  it('pings the person mentioned and nobody else, also in small print', () => {
    for (const kind of ['text', 'note'] as const) {
      const body = draw({ title: ['x'], blocks: [{ kind, text: spans }] });
      expect(checkMessage(body, any)).toBeUndefined();
      expect(pings(body)).toEqual(['U0LAN']);
      expect(shown(body)).toContain('@<!here>');
      expect(shown(body)).toContain('*the* <docs> | x');
    }
  });

  it('writes days and times in the reader’s language, by the clock of the organisation', () => {
    const said: Text = ['day', 'time', 'both'].flatMap(
      (style): Text => [{ moment: '2026-11-17T17:30:00Z', style: style as 'day' }, ' | '],
    );
    const table: Block = { kind: 'table', columns: [{ label: 'When', align: 'left' }], rows: [[said]] };
    const blocks: Block[] = [{ kind: 'text', text: said }, { kind: 'note', text: said }, table];
    for (const [locale, words] of [
      ['vi', '18/11/2026 | 00:30 | 18/11/2026 00:30 | '],
      ['en', '18 Nov 2026 | 00:30 | 18 Nov 2026, 00:30 | '],
    ] as const) {
      const body = { ...render({ title: said, blocks }, { locale, zone, surface: 'message' }) };
      expect(checkMessage(body, any)).toBeUndefined();
      expect(body.text).toBe(words);
      const packed = (text: string) => text.replace(/\s/g, '');
      expect(packed(shown(body)).split(packed(words))).toHaveLength(5);
    }
  });

  it('shows small print with a link or mention inside as ten pieces at most', () => {
    const text: Text = Array.from({ length: 12 }, (_, i): Text => [`${i} `, { bold: 'b' }]).flat();
    expect(refused({ title: ['x'], blocks: [{ kind: 'note', text }] })).toBeUndefined();
  });

  it('a picture stands in the place of a chart, its table where there is none', () => {
    const [chart] = chartCard.blocks as [Block];
    const picture = draw(chartCard, new Map([[chart, 'F012345678']]));
    expect(checkMessage(picture, any)).toBeUndefined();
    expect(JSON.stringify(picture)).toContain('"slack_file":{"id":"F012345678"}');
    expect(JSON.stringify(picture)).toContain('Three deals are open');
    const table = draw(chartCard);
    expect(checkMessage(table, any)).toBeUndefined();
    expect(shown(table)).toMatch(/Stage.*Deals.*New.*3/s);
  });

  it('only the first table is one of Slack’s own; the others keep their columns in line', () => {
    const rows = (n: number) =>
      Array.from({ length: n }, (_, i): Text[] => [[`Đàm phán ${'x'.repeat(i)}`], [`${i}`]]);
    const columns = [
      { label: 'Giai đoạn', align: 'left' },
      { label: 'Số', align: 'right' },
    ] as const;
    const body = draw({
      title: ['x'],
      blocks: [
        { kind: 'table', columns, rows: rows(3) },
        { kind: 'table', columns, rows: rows(3) },
      ],
    });
    expect(checkMessage(body, any)).toBeUndefined();
    const lines = shown(body).split('\n').slice(-4);
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  });

  const long = 'Khách hàng '.repeat(2000);
  const many = Array.from({ length: 300 }, (_, i) => i);
  it.each<[string, Card, boolean]>([
    ['a title of 22,000 characters', { title: [long], blocks: [] }, true],
    ['a heading of 22,000 characters', { title: [long], blocks: [{ kind: 'text', text: ['x'] }] }, true],
    ['an empty card', { title: [''], blocks: [] }, false],
    ['a text of 22,000 characters', { title: ['x'], blocks: [{ kind: 'text', text: [long] }] }, true],
    [
      '300 texts',
      { title: ['x'], blocks: many.map((i) => ({ kind: 'text', text: [`${i}`] }) as const) },
      true,
    ],
    [
      '300 long texts',
      { title: ['x'], blocks: many.map(() => ({ kind: 'text', text: [long] }) as const) },
      true,
    ],
    [
      '300 facts',
      {
        title: ['x'],
        blocks: [{ kind: 'facts', facts: many.map((i) => ({ label: `${i}`, value: [long] })) }],
      },
      true,
    ],
    ['no facts', { title: ['x'], blocks: [{ kind: 'facts', facts: [] }] }, false],
    [
      '300 rows',
      {
        title: ['x'],
        blocks: [
          { kind: 'table', columns: [{ label: 'n', align: 'right' }], rows: many.map((i) => [[`${i}`]]) },
        ],
      },
      true,
    ],
    [
      '300 columns',
      {
        title: ['x'],
        blocks: [
          {
            kind: 'table',
            columns: many.map((i) => ({ label: `${i}`, align: 'left' }) as const),
            rows: [many.map((i) => [`${i}`])],
          },
        ],
      },
      false,
    ],
    [
      'long cells',
      {
        title: ['x'],
        blocks: [
          {
            kind: 'table',
            columns: [{ label: '', align: 'left' }],
            rows: many.map(() => [[{ bold: long }]]),
          },
        ],
      },
      true,
    ],
    [
      'empty cells',
      {
        title: ['x'],
        blocks: [{ kind: 'table', columns: [{ label: '', align: 'left' }], rows: [[[]], [['']], []] }],
      },
      false,
    ],
    [
      '300 buttons',
      {
        title: ['x'],
        blocks: [
          {
            kind: 'actions',
            actions: many.map((i) => ({ label: long, command: 'deal.show', wire: { deal: `${i}` } })),
          },
        ],
      },
      false,
    ],
    [
      'a button too long to press',
      {
        title: ['x'],
        blocks: [{ kind: 'actions', actions: [{ label: 'x', command: 'deal.show', wire: { note: long } }] }],
      },
      false,
    ],
    ['no buttons', { title: ['x'], blocks: [{ kind: 'actions', actions: [] }] }, false],
  ])('%s is within Slack’s limits, and says so when it was shortened', (_what, card, says) => {
    if (card.title[0] !== '') expect(refused(card)).toBeUndefined();
    expect(homeRefused(card)).toBeUndefined();
    if (says) expect(`${shown(draw(card))}`).toMatch(/…|shortened|and \d+ more/);
  });

  it('keeps its buttons when its text has to be cut', () => {
    const texts = many.map((i) => ({ kind: 'text', text: [i < 60 ? 'short' : long] }) as const);
    const actions = { kind: 'actions', actions: [{ label: 'Go', command: 'me', wire: {} }] } as const;
    expect(shown(draw({ title: ['x'], blocks: [...texts, actions] }))).toContain('Go');
    expect(shown(draw({ title: ['x'], blocks: [...texts.slice(60), actions] }))).toContain('Go');
  });
});

describe('a form on Slack', () => {
  const form = (fields: Form['fields'], more: Partial<Form> = {}): Form => ({
    ...{
      command: 'deal.add',
      title: 'New deal',
      about: 'About',
      submit: 'Save',
      cancel: 'Cancel',
      carried: {},
    },
    ...more,
    fields,
  });
  const reply = {
    user: 'U1',
    channel: 'C1',
    responseUrl: `https://hooks.slack.com/commands/${'x'.repeat(80)}`,
  };
  const check = (f: Form) => {
    const view = modal(f, reply, 0);
    return isJson(view) ? checkView(view, 'modal', any) : 'no view';
  };
  const kinds = ['money', 'day', 'moment', 'period', 'time', 'duration', 'email', 'phone'] as const;

  it('asks every kind of field', () => {
    const base = { name: 'x', label: 'X', required: true } as const;
    const fields: Form['fields'] = [
      ...kinds.map((kind) => ({ ...base, name: kind, control: { kind }, hint: 'e.g.' })),
      { ...base, name: 'text', control: { kind: 'text', max: 5000, multiline: true }, value: 'v' },
      {
        ...base,
        name: 'number',
        control: { kind: 'number', min: 1, max: 3 },
        value: 'not one',
        error: 'No number',
      },
      {
        ...base,
        name: 'choice',
        control: { kind: 'choice', options: [{ value: 'a', label: 'Á' }] },
        value: 'a',
      },
      { ...base, name: 'lookup', control: { kind: 'lookup' }, value: 'Acme' },
    ];
    expect(check(form(fields))).toBeUndefined();
  });

  it('is within Slack’s limits whatever it is filled with', () => {
    const long = 'Khách hàng '.repeat(500);
    const options = Array.from({ length: 150 }, (_, i) => ({ value: `${i}`, label: long }));
    const base = { label: long, hint: long, error: long, required: false, value: long } as const;
    const fields: Form['fields'] = [
      { ...base, name: 'a', control: { kind: 'text', max: 50, multiline: false } },
      { ...base, name: 'b', control: { kind: 'choice', options: options.slice(0, 100) } },
      { ...base, name: 'c', control: { kind: 'choice', options } },
      { ...base, name: 'd', control: { kind: 'choice', options: [] } },
      { ...base, name: 'e', control: { kind: 'lookup' } },
      { ...base, name: 'f', control: { kind: 'money' } },
    ];
    expect(check(form(fields, { title: long, about: long, submit: long, cancel: long }))).toBeUndefined();
    expect(check(form([], { about: 'Only this' }))).toBeUndefined();
  });
});
