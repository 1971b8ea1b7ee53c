import { type Key, locales, type Translator, translator } from '../i18n/index.ts';
import type { Card, Fact } from './card.ts';
import type { AnyCommand, CommandId, Registry } from './command.ts';
import { type Asker, allows } from './dispatch.ts';
import { labelOf } from './form.ts';
import { keyOf, namesOf, spoken, unkeyed } from './names.ts';

/**
 * How a command is typed: `/deal add TITLE AMOUNT company: close:`, with the labels of the reader's language. What
 * needs no key wherever it stands comes behind the positional fields.
 */
export function usage<C>(t: Translator, command: AnyCommand<C>): string {
  const label = (name: string) => labelOf(t, name, command.fields[name]);
  const plain = unkeyed(command);
  const positional = plain.map((name) => {
    const text = label(name).toUpperCase();
    return command.fields[name].required ? text : `[${text}]`;
  });
  const others = Object.keys(command.fields).filter(
    (name) => !plain.includes(name) && !command.fields[name].hidden,
  );
  return [
    `/${namesOf('en', command.id)[0]}`,
    ...positional,
    ...others.map((name) => `${keyOf(t, command, name)}:`),
  ].join(' ');
}

const groups = [
  'deal',
  'lead',
  'log',
  'task',
  'numbers',
  'contact',
  'company',
  'segment',
  'digest',
  'assign',
  'field',
  'import',
  'other',
] as const;
type Group = (typeof groups)[number];
const numbers: readonly string[] = ['pipeline', 'kpi', 'kpi.how'];
const groupOf = (id: CommandId): Group =>
  groups.find((group) => id.startsWith(`${group}.`)) ?? (numbers.includes(id) ? 'numbers' : 'other');

/** The commands that somebody with these rights may run, group by group; about one of them with a topic. */
export function helpCard<C extends Asker>(ctx: C, registry: Registry<C>, topic?: string): Card {
  const { t } = ctx;
  const mine = Object.values(registry).filter((command) => allows(ctx.access, command.access));
  const about = topic ? aboutTopic(mine, spoken(topic)) : [];
  if (about.length) return topicCard(t, about);
  const facts = groups.flatMap((group): Fact[] => {
    const commands = mine.filter((command) => groupOf(command.id) === group);
    if (commands.length === 0) return [];
    const names = commands.map((command) => `/${namesOf('en', command.id)[0]}`).join(' · ');
    return [{ label: t(`help.group.${group}`), value: [names] }];
  });
  return {
    title: [t('help.title')],
    blocks: [
      { kind: 'facts', facts },
      { kind: 'text', text: [t('help.example', { line: t('help.line') })] },
      { kind: 'note', text: [t('help.hint')] },
      {
        kind: 'actions',
        actions: groups
          .filter((group) => group !== 'other' && mine.some((command) => groupOf(command.id) === group))
          .map((group) => t(`help.group.${group}`))
          .map((label) => ({ label, command: 'crm.help', wire: { topic: label } })),
      },
    ],
  };
}

/** The commands of the group that is called so, else those whose names begin so. */
function aboutTopic<C>(mine: readonly AnyCommand<C>[], topic: string): readonly AnyCommand<C>[] {
  const called = groups.find(
    (group) =>
      group !== 'other' &&
      locales.some((locale) => spoken(translator(locale)(`help.group.${group}`)) === topic),
  );
  const grouped = mine.filter((command) => groupOf(command.id) === called);
  if (grouped.length) return grouped;
  return mine.filter((command) =>
    namesIn(command).some((name) => name === topic || name.startsWith(`${topic} `)),
  );
}

function topicCard<C>(t: Translator, commands: readonly AnyCommand<C>[]): Card {
  return {
    title: [t('help.title')],
    blocks: [
      ...commands.flatMap((command) => [
        { kind: 'text', text: [{ bold: usage(t, command) }] } as const,
        {
          kind: 'note',
          text: [`${t.say(`about.${command.id}` as Key)} (${namesOf('vi', command.id).join(', ')})`],
        } as const,
      ]),
      {
        kind: 'actions',
        actions: commands
          .slice(0, 10)
          .map((command) => ({ label: t.say(`title.${command.id}` as Key), command: command.id, wire: {} })),
      },
    ],
  };
}

const namesIn = <C>(command: AnyCommand<C>) =>
  [...namesOf('en', command.id), ...namesOf('vi', command.id)].map(spoken);
