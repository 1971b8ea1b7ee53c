import type { APIApplicationCommand } from 'discord.js';
import type { Json } from './store.ts';

type Value = string | number | boolean;
type Option = Json & { name: string; type: number };

/** What the client sends for `/deal add` with these options; refuses what its form would not let through. */
export function typedCommand(
  commands: readonly APIApplicationCommand[],
  line: string,
  values: Readonly<Record<string, Value>>,
  focused?: string,
): Json {
  const [name, ...path] = line.split(' ');
  const command = commands.find((c) => c.name === name && c.type === 1);
  if (!command) throw new Error(`no /${name} is registered`);
  const chain: Option[] = [];
  let options = (command.options ?? []) as unknown as Option[];
  for (const word of path) {
    const next = options.find((o) => o.name === word && o.type <= 2);
    if (!next) throw new Error(`/${line} is not registered`);
    chain.push(next);
    options = (next.options ?? []) as Option[];
  }
  if (options.some((o) => o.type <= 2)) throw new Error(`/${line} is not complete`);
  let given = answers(options, values, focused);
  for (const { name: inner, type } of chain.reverse()) given = [{ name: inner, type, options: given }];
  return { id: command.id, name, type: 1, guild_id: command.guild_id, options: given };
}

function answers(options: Option[], values: Readonly<Record<string, Value>>, focused?: string): Json[] {
  for (const key of [...Object.keys(values), ...(focused ? [focused] : [])])
    if (!options.some((o) => o.name === key)) throw new Error(`no option ${key}`);
  if (focused && !options.find((o) => o.name === focused)?.autocomplete)
    throw new Error(`${focused} has no autocomplete`);
  return options.flatMap((option): Json[] => {
    const value = values[option.name];
    const { name, type } = option;
    if (name === focused) return [{ name, type, value: value ?? '', focused: true }];
    if (value === undefined) {
      if (option.required && !focused) throw new Error(`${name} is required`);
      return [];
    }
    const problem = focused ? undefined : unfit(option, value);
    if (problem) throw new Error(`${name}: ${problem}`);
    return [{ name, type, value }];
  });
}

function unfit(option: Option, value: Value): string | undefined {
  const choices = option.choices as { value: Value }[] | undefined;
  if (choices?.length && !choices.some((c) => c.value === value)) return `${value} is none of the choices`;
  const wanted = option.type === 5 ? 'boolean' : [4, 10].includes(option.type) ? 'number' : 'string';
  if (typeof value !== wanted) return `wants a ${wanted}`;
  if (typeof value === 'string' && value.length > Number(option.max_length ?? 6000)) return 'too long';
  if (typeof value === 'string' && value.length < Number(option.min_length ?? 0)) return 'too short';
  return undefined;
}
