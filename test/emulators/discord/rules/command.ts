import { Locale } from 'discord.js';
import type { Issue } from '../errors.ts';
import type { Json } from '../store.ts';

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const locales = new Set<string>(Object.values(Locale));
const SUBCOMMAND = 1;
const GROUP = 2;

/** What the OpenAPI does not say of the list a guild's commands are overwritten with. */
export function commandIssues(commands: readonly Json[]): Issue[] {
  const ofType = (type: number) => commands.filter((c) => (c.type ?? 1) === type).length;
  const issues: Issue[] = [];
  if (ofType(1) > 100) issues.push({ path: [], message: 'At most 100 slash commands' });
  if (ofType(2) > 15 || ofType(3) > 15) issues.push({ path: [], message: 'At most 15 menu commands' });
  return [
    ...issues,
    ...siblings(
      commands.map((c) => ({ ...c, name: `${c.type ?? 1} ${c.name}` })),
      [],
    ),
    ...commands.flatMap((c, i) => one(c, [String(i)])),
  ];
}

function one(command: Json, path: string[]): Issue[] {
  const issues = nestedSize(command) > 8000 ? [{ path, message: 'Command exceeds 8000 characters' }] : [];
  if ((command.type ?? 1) !== 1) {
    if (command.description || command.options)
      issues.push({ path, message: 'A menu command has no description and no options' });
    return issues;
  }
  if (!command.description) issues.push({ path: [...path, 'description'], message: 'Required' });
  return [...issues, ...named(command, path), ...optionIssues((command.options ?? []) as Json[], path)];
}

function named(thing: Json, path: string[]): Issue[] {
  const issues: Issue[] = [];
  const names = (thing.name_localizations ?? {}) as Record<string, string>;
  for (const [locale, name] of [['', String(thing.name)] as const, ...Object.entries(names)])
    if (!NAME.test(name) || name !== name.toLowerCase())
      issues.push({
        path: [...path, locale ? 'name_localizations' : 'name', locale].filter(Boolean),
        message: `Name is invalid: ${name}`,
      });
  for (const key of ['name_localizations', 'description_localizations'])
    for (const locale of Object.keys((thing[key] ?? {}) as object))
      if (!locales.has(locale)) issues.push({ path: [...path, key, locale], message: 'Unknown locale' });
  return issues;
}

function optionIssues(options: readonly Json[], path: string[]): Issue[] {
  const at = [...path, 'options'];
  const issues = siblings(options, at);
  const nested = options.filter((o) => o.type === SUBCOMMAND || o.type === GROUP).length;
  if (nested > 0 && nested < options.length)
    issues.push({ path: at, message: 'Sub-commands and options do not mix' });
  const firstOptional = options.findIndex((o) => !o.required);
  for (const [i, option] of options.entries()) {
    const here = [...at, String(i)];
    issues.push(...named(option, here));
    if (nested === 0 && option.required && firstOptional >= 0 && i > firstOptional)
      issues.push({ path: here, message: 'Required options must be placed before non-required options' });
    const choices = (option.choices ?? []) as Json[];
    if (option.autocomplete && choices.length > 0)
      issues.push({ path: here, message: 'Autocomplete and choices exclude each other' });
    for (const key of ['name', 'value'])
      if (new Set(choices.map((c) => c[key])).size !== choices.length)
        issues.push({ path: [...here, 'choices'], message: `Choice ${key}s must be unique` });
    const inside = (option.options ?? []) as Json[];
    if (option.type === GROUP && inside.some((o) => o.type !== SUBCOMMAND))
      issues.push({ path: here, message: 'A group holds sub-commands' });
    issues.push(...optionIssues(inside, here));
  }
  return issues;
}

/** Names, and the names in each language, are unique among siblings. */
function siblings(things: readonly Json[], path: string[]): Issue[] {
  const languages = new Set(things.flatMap((t) => Object.keys((t.name_localizations ?? {}) as object)));
  return [undefined, ...languages].flatMap((language) => {
    const names = things.map(
      (t) => (language && (t.name_localizations as Record<string, string> | null)?.[language]) || t.name,
    );
    if (new Set(names).size === names.length) return [];
    return [{ path, message: `Option names must be unique${language ? ` in ${language}` : ''}` }];
  });
}

/** Names, descriptions and choice values of a command and all inside it; of translations the longest counts. */
function nestedSize(thing: Json): number {
  const longest = (key: string) =>
    Math.max(
      String(thing[key] ?? '').length,
      ...Object.values((thing[`${key}_localizations`] ?? {}) as Record<string, string>).map((s) => s.length),
    );
  const inside = [...((thing.options ?? []) as Json[]), ...((thing.choices ?? []) as Json[])];
  return (
    longest('name') +
    longest('description') +
    String(thing.value ?? '').length +
    inside.reduce((sum, t) => sum + nestedSize(t), 0)
  );
}
