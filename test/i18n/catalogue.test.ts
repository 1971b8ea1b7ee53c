import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { CommandId } from '../../src/chat/command.ts';
import { namesOf, nameTable, spoken } from '../../src/chat/names.ts';
import { registry } from '../../src/commands/index.ts';
import { type Kind, kinds } from '../../src/crm/codes.ts';
import { filterFields } from '../../src/crm/filter/fields.ts';
import { en } from '../../src/i18n/en/index.ts';
import { type Key, locales } from '../../src/i18n/index.ts';
import { vi } from '../../src/i18n/vi/index.ts';

const keys = Object.keys(en) as Key[];
const ids = Object.keys(registry) as CommandId[];

/** The holes of a sentence that show something; `{count|deal|deals}` only chooses a word, which Vietnamese need not. */
const holes = (sentence: string) =>
  [...sentence.matchAll(/\{([^{}|]+)\}/g)].map(([, name]) => name).toSorted();

/** Sentences that say the same in both languages: names of things, patterns, what readers of both read at once. */
const same = new Set<string>(['slack.about', 'slack.shortcut.about']);

/** Whether a sentence was left in English: the very same one, with more than two words of its own. */
const untranslated = (key: string, a: string, b: string) =>
  a === b &&
  !same.has(key) &&
  a
    .replace(/\{[^{}]*\}/g, '')
    .split(/[^\p{L}]+/u)
    .filter(Boolean).length > 2;

describe('the catalogue', () => {
  it('has the same sentences in both languages', () => {
    expect(Object.keys(vi).toSorted()).toEqual(keys.toSorted());
  });

  it('has no empty sentence, none with spaces at its end, and no half of a hole', () => {
    const odd = (sentence: string) =>
      sentence.trimEnd() !== sentence || sentence === '' || /[{}]/.test(sentence.replace(/\{[^{}]+\}/g, ''));
    expect([...Object.entries(en), ...Object.entries(vi)].filter(([, sentence]) => odd(sentence))).toEqual(
      [],
    );
  });

  it('has the same holes in Vietnamese as in English', () => {
    // A month is a word in English and a number in Vietnamese: both are handed in.
    const different = keys.filter(
      (key) => key !== 'period.month' && `${holes(vi[key])}` !== `${holes(en[key])}`,
    );
    expect(different).toEqual([]);
  });

  it('leaves no English sentence in Vietnamese', () => {
    expect(keys.filter((key) => untranslated(key, en[key], vi[key]))).toEqual([]);
    expect(untranslated('x', 'There is no deal {deal}.', 'There is no deal {deal}.')).toBe(true);
    expect(untranslated('x', '{name} · {role}', '{name} · {role}')).toBe(false);
  });

  it('writes Vietnamese with its accents', () => {
    // Without accents only names, codes and loan words are left.
    const accents = /[\p{M}đĐ]/u;
    const plain = keys.filter((key) => {
      const words = vi[key]
        .replace(/\{[^{}]*\}/g, '')
        .split(/[^\p{L}]+/u)
        .filter((word) => word.length > 1);
      return !key.startsWith('name.') && words.length > 3 && !accents.test(vi[key].normalize('NFD'));
    });
    expect(plain).toEqual([]);
  });
});

/** The text of every source file that is not a catalogue. */
function code(): string {
  const root = fileURLToPath(new URL('../../src', import.meta.url));
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => /\.tsx?$/.test(path) && !/[/\\]i18n[/\\](en|vi)[/\\]|generated/.test(path))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}

/** Whether a key stands in the source: in quotes, by its code after `problem.`, or built from a template. */
function usedIn(text: string) {
  const quoted = new Set([...text.matchAll(/['"`]([\w.-]+)['"`]/g)].map(([, key]) => key as string));
  const templates = [...text.matchAll(/`([\w.]*\.\$\{[^`\s]*)`/g)].map(([, template = '']) => {
    const parts = template.split(/\$\{[^{}]*\}/).map((part) => part.replaceAll('.', '\\.'));
    return new RegExp(`^${parts.join('[\\w.]+')}$`);
  });
  return (key: string) =>
    quoted.has(key) || quoted.has(key.replace(/^problem\./, '')) || templates.some((like) => like.test(key));
}

/** Both halves of a quotient are labelled by one template whose beginning is a hole. */
const halves = /^(numerator|denominator)\./;

describe('every sentence', () => {
  const asked = (Object.keys(kinds) as Kind[]).flatMap((kind) => filterFields(kind, []));
  const fields = new Set<string>([
    ...ids.flatMap((id) => Object.keys(registry[id].fields)),
    ...asked.map(({ name }) => name),
  ]);

  it('is said somewhere', () => {
    const used = usedIn(code());
    const said = (key: string) => {
      const [kind, ...rest] = key.split('.');
      const name = rest.join('.');
      if (kind === 'field' || kind === 'keys') return fields.has(name) || used(`${key}:`);
      if (kind === 'name' || kind === 'title' || kind === 'about') return (ids as string[]).includes(name);
      return used(key.replace(halves, 'metric.'));
    };
    expect(keys.filter((key) => !said(key))).toEqual([]);
  });

  it('would be missed here if nothing said it', () => {
    const used = usedIn(["t('deal.won'); refuse('deal.none');", 't.say(`title.$', '{id}` as Key)'].join(''));
    expect(['deal.won', 'problem.deal.none', 'title.deal.add'].map(used)).toEqual([true, true, true]);
    expect(['deal.lost', 'problem.deal.gone', 'titles.deal.add'].map(used)).toEqual([false, false, false]);
  });
});

describe('the names of commands', () => {
  it('name one command each, across languages', () => {
    expect(() => nameTable(registry)).not.toThrow();
    const named = ids.flatMap((id) =>
      locales.flatMap((locale) =>
        [...new Set(namesOf(locale, id).map(spoken))].map((name) => ({ id, name })),
      ),
    );
    const clashes = named.filter(({ id, name }) =>
      named.some((other) => other.name === name && other.id !== id),
    );
    expect(clashes).toEqual([]);
  });

  it('are, where they are shown, words that Discord and Slack take as names', () => {
    const word = /^(?:[-_\p{L}\p{N}\p{M}]){1,32}$/u;
    const refused = ids.flatMap((id) =>
      locales.flatMap((locale) => {
        const [shown = ''] = namesOf(locale, id);
        const words = shown.split(' ');
        const fine = words.length <= 2 && words.every((w) => word.test(w) && w === w.toLowerCase());
        const slack = locale === 'vi' || /^[a-z]+( [a-z]+)?$/.test(shown);
        return fine && slack ? [] : [`${locale}: ${shown}`];
      }),
    );
    expect(refused).toEqual([]);
  });

  it('are in English the path of the command', () => {
    expect(ids.filter((id) => namesOf('en', id)[0] !== id.replace('.', ' '))).toEqual([]);
  });

  it('do not swallow the beginning of a record’s name', () => {
    // `deal Thắng Lợi` shows the deal of that name; it does not win «Lợi».
    const table = nameTable(registry);
    expect(
      ['deal thắng', 'deal thành công', 'company new', 'contact new'].map((name) => table.get(spoken(name))),
    ).toEqual(Array(4).fill(undefined));
  });
});
