import { describe, expect, it } from 'vitest';
import type { CommandId } from '../../src/chat/command.ts';
import { helpCard, usage } from '../../src/chat/help.ts';
import { readLine } from '../../src/chat/line.ts';
import { namesOf } from '../../src/chat/names.ts';
import { plan } from '../../src/chat/plan.ts';
import { registry } from '../../src/commands/index.ts';
import type { Ctx } from '../../src/crm/context.ts';
import { locales, translator } from '../../src/i18n/index.ts';
import { vnd } from './reader.ts';

const ids = Object.keys(registry) as CommandId[];
const en = translator('en');
// Help looks at the rights and the language alone.
const asker = (access: Ctx['access'], locale: 'vi' | 'en' = 'en') =>
  ({ ...vnd, access, t: translator(locale) }) as unknown as Ctx;

describe('every command of the registry', () => {
  it.each(ids)('%s is reached by each of its names, alone and behind /crm', (id) => {
    for (const locale of locales)
      for (const name of namesOf(locale, id))
        for (const line of [name, `/${name}`, `/crm ${name}`, name.toUpperCase(), name.replaceAll('-', ' ')])
          expect([line, readLine(registry, line, vnd)]).toEqual([
            line,
            { ok: true, value: { command: id, wire: {} } },
          ]);
  });

  it.each(ids)('%s, said bare, runs or asks', (id) => {
    const planned = plan(registry, { line: id.replace('.', ' ') }, en, vnd);
    const needs = Object.values(registry[id].fields as Record<string, { required: boolean }>).some(
      ({ required }) => required,
    );
    expect(planned.kind).toBe(needs || registry[id].asksFor ? 'ask' : 'run');
  });

  it.each(ids)('%s is in the help of whoever may run it, and in nobody else’s', (id) => {
    for (const access of ['viewer', 'rep', 'manager', 'admin'] as const) {
      const order = ['anyone', 'viewer', 'rep', 'manager', 'admin'];
      const may = order.indexOf(access) >= order.indexOf(registry[id].access);
      const listed = JSON.stringify(helpCard(asker(access), registry).blocks[0]);
      const name = `/${namesOf('en', id)[0]}`;
      const named: readonly string[] = listed.match(/\/[a-z]+(?: [a-z]+)?/g) ?? [];
      expect([access, named.includes(name)]).toEqual([access, may]);
    }
  });

  it.each(ids)('%s is explained by its name in either language', (id) => {
    for (const locale of locales)
      for (const name of [namesOf(locale, id)[0] as string]) {
        const card = JSON.stringify(helpCard(asker('admin', locale), registry, name));
        expect(card).toContain(JSON.stringify(usage(translator(locale), registry[id])).slice(1, -1));
        expect(card).toContain(JSON.stringify(translator(locale).say(`about.${id}`)).slice(1, -1));
      }
  });
});

it.each([
  ['deals', '/deal snooze', '/lead add'],
  ['Numbers', '/kpi how', '/deal add'],
  ['own fields', '/field list', '/deal add'],
  ['hoạt động', '/log call', '/deal add'],
  ['chỉ số', '/kpi how', '/deal add'],
])('help about %s is about all of the group that is called so, and no other', (topic, one, other) => {
  const card = JSON.stringify(helpCard(asker('rep'), registry, topic));
  expect(card).toContain(one);
  expect(card).not.toContain(other);
});

it('help about nothing we know is all of the help', () => {
  expect(helpCard(asker('rep'), registry, 'cooking')).toEqual(helpCard(asker('rep'), registry));
});

it('a line is read in less than a few milliseconds, as three seconds are all there is', () => {
  const begin = performance.now();
  for (let i = 0; i < 100; i++)
    plan(
      registry,
      { line: `deal add Gia hạn hợp đồng ${'dài '.repeat(20)} 1,2 tỷ company:Minh Phát` },
      en,
      vnd,
    );
  expect((performance.now() - begin) / 100).toBeLessThan(20);
});
