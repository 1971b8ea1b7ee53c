import { describe, expect, expectTypeOf, it } from 'vitest';
import { type ArgsOf, type Catalog, isLocale, type Key, translator } from '../../src/i18n/index.ts';
import { Refusal, refuse } from '../../src/i18n/refusal.ts';
import { fill, fillSpans, type Holes } from '../../src/i18n/template.ts';
import type { Topic } from '../../src/i18n/topic.ts';

const en = translator('en');
const vi = translator('vi');

describe('a sentence', () => {
  it('is said in the language asked for, with its holes filled', () => {
    expect(en('problem.deal.none', { deal: 'D-4' })).toBe('There is no deal D-4.');
    expect(vi('problem.deal.none', { deal: 'D-4' })).toBe('Không có cơ hội D-4.');
    expect([en.locale, vi.locale]).toEqual(['en', 'vi']);
  });

  it('counts: one deal, two deals, no deals', () => {
    expect([0, 1, 2].map((count) => en('deal.list', { count }))).toEqual(['0 deals', '1 deal', '2 deals']);
    expect(en('deal.list', { count: '1' })).toBe('1 deal');
    expect(en('deal.list', { count: '1,000' })).toBe('1,000 deals');
  });

  it('prints what fills a hole as it is, also when it looks like a hole', () => {
    expect(fill('a {x} b', { x: '{y} $& {x}' })).toBe('a {y} $& {x} b');
  });

  it('keeps bold, links and mentions apart from its words', () => {
    expect(en.text('deal.entered', { stage: { bold: '*Won*' } })).toEqual([
      'Moved to ',
      { bold: '*Won*' },
      '.',
    ]);
    expect(fillSpans('{a}{b}', { a: 1, b: 'x' })).toEqual(['1', 'x']);
  });

  it('is known by its key, and nothing else is', () => {
    expect(['deal.won', 'deal.wonn', 'constructor', 'toString', ''].map((key) => en.has(key))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(['vi', 'en', 'VI', 'fr'].map(isLocale)).toEqual([true, true, false, false]);
  });
});

describe('a refusal', () => {
  it('carries the key of its sentence and what fills it', () => {
    const refused = () => refuse('deal.none', { deal: 'D-4' });
    expect(refused).toThrow(Refusal);
    expect(refused).toThrow(expect.objectContaining({ key: 'problem.deal.none', args: { deal: 'D-4' } }));
  });
});

// What follows is kept by tsc: it does not compile when the promise is broken.
describe('the types of the catalogue', () => {
  it('know the holes of a template', () => {
    expectTypeOf<Holes<'{a} and {count|deal|deals}'>>().toEqualTypeOf<'a' | 'count'>();
    expectTypeOf<Holes<'nothing'>>().toEqualTypeOf<never>();
    expectTypeOf<ArgsOf<'problem.deal.none'>>().toEqualTypeOf<[args: { readonly deal: string | number }]>();
    expectTypeOf<ArgsOf<'me.fine'>>().toEqualTypeOf<[]>();
  });

  it('refuse a sentence without what it needs, and one that is not there', () => {
    // Never called: only its types matter.
    const wrong = () => {
      // @ts-expect-error: the hole `deal` is missing
      en('problem.deal.none');
      // @ts-expect-error: the hole is called `deal`
      en('problem.deal.none', { record: 'D-4' });
      // @ts-expect-error: there is no such sentence
      en('problem.deal.nowhere');
      // @ts-expect-error: nor such a refusal
      refuse('deal.nowhere');
    };
    expect(wrong).toBeTypeOf('function');
  });

  it('refuse a language with a sentence missing or too many', () => {
    const topic = { 'a.b': 'one', 'a.c': 'two' } as const;
    const whole: Topic<typeof topic> = { 'a.b': 'một', 'a.c': 'hai' };
    // @ts-expect-error: 'a.c' is missing
    const less: Topic<typeof topic> = { 'a.b': 'một' };
    // @ts-expect-error: 'a.d' is no sentence
    const more: Topic<typeof topic> = { 'a.b': 'một', 'a.c': 'hai', 'a.d': 'ba' };
    expect([whole, less, more]).toHaveLength(3);
    expectTypeOf<Catalog>().toEqualTypeOf<{ readonly [K in Key]: string }>();
  });
});
