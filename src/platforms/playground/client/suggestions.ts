import { useEffect, useState } from 'preact/hooks';
import type { Option } from '../../../chat/field.ts';
import { fold } from '../../../lib/fold.ts';
import { type Completion, complete, quoted } from './complete.ts';
import { suggest } from './net.ts';
import { usePage } from './page.ts';

/** One way for the line to go on. A record with a code (`D-42`) is named by it, any other by its name. */
export interface Suggestion {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  /** The whole line when it is taken. */
  readonly line: string;
}

export interface Suggestions {
  readonly completion: Completion;
  readonly list: readonly Suggestion[];
  /** Enter takes the first of the list, as it only finishes the name. */
  readonly isEager: boolean;
}

/** Records for a lookup field, as the person types. */
export function useLookup(
  channel: string,
  command: string | undefined,
  field: string | undefined,
  text: string,
) {
  const { me } = usePage();
  const asked = `${me.id} ${command}.${field} ${text}`;
  const [found, setFound] = useState<{ asked: string; options: readonly Option[] }>();
  useEffect(() => {
    if (!command || !field) return;
    let isLatest = true;
    const timer = setTimeout(async () => {
      const options = await suggest({ person: me.id, channel, command, field, text, wire: {} });
      if (isLatest) setFound({ asked, options });
    }, 120);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [asked, channel, command, field, me.id, text]);
  const isOfField = found?.asked.startsWith(`${me.id} ${command}.${field} `);
  return { options: isOfField ? (found?.options ?? []) : [], isCurrent: found?.asked === asked };
}

/** How a line may go on: names of commands, keys of fields, values of choices and records. */
export function useSuggestions(line: string, channel: string): Suggestions {
  const { commands } = usePage();
  const completion = complete(line, commands);
  const { names, nameAt, command, field, text, textAt, keys, keyAt } = completion;
  const isLookup = field?.control.kind === 'lookup';
  const { options } = useLookup(channel, command?.id, isLookup ? field.name : undefined, text);
  const choices =
    field?.control.kind === 'choice'
      ? field.control.options
          .filter(({ label }) => fold(label).startsWith(fold(text)))
          .map(({ label }) => ({ label, value: label }))
      : [];
  const list: Suggestion[] = [
    ...names.map(({ command: { id, about }, name }) => ({
      id: `name-${id}`,
      label: `/${name}`,
      detail: about,
      line: `${line.slice(0, nameAt)}${name} `,
    })),
    ...keys.map(({ name, label, key }) => ({
      id: `key-${name}`,
      label: `${key}:`,
      detail: label,
      line: `${line.slice(0, keyAt)}${key}:`,
    })),
    ...[...choices, ...options].map(({ value, label }) => ({
      id: `value-${value}`,
      label,
      detail: field?.label ?? '',
      line: `${line.slice(0, textAt)}${quoted(/^[A-Z]{1,2}-\d+$/.test(value) ? value : label)} `,
    })),
  ];
  return { completion, list, isEager: names.length > 0 && !completion.isName && !command };
}
