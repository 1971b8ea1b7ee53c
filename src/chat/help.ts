import type { Key, Translator } from '../i18n/index.ts';
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
  'contact',
  'company',
  'digest',
  'segment',
  'assign',
  'field',
  'import',
] as const;
const numbers: readonly string[] = ['pipeline', 'kpi', 'kpi.how'];
const groupOf = (id: CommandId) =>
  groups.find((group) => id.startsWith(`${group}.`)) ?? (numbers.includes(id) ? 'numbers' : 'other');

/** The commands that somebody with these rights may run, group by group; about one of them with a topic. */
export function helpCard<C extends Asker>(ctx: C, registry: Registry<C>, topic?: string): Card {
  const { t } = ctx;
  const mine = Object.values(registry).filter((command) => allows(ctx.access, command.access));
  const wanted = topic && spoken(topic);
  const about = wanted
    ? mine.filter((command) =>
        namesIn(command).some((name) => name === wanted || name.startsWith(`${wanted} `)),
      )
    : [];
  if (about.length) return topicCard(t, about);
  const facts = (
    [
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
    ] as const
  ).flatMap((group): Fact[] => {
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
          .filter((group) => mine.some((command) => groupOf(command.id) === group))
          .map((group) => ({ label: t(`help.group.${group}`), command: 'crm.help', wire: { topic: group } })),
      },
    ],
  };
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
