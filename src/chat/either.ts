import type { Action } from './card.ts';
import type { AnyCommand } from './command.ts';
import type { Asker } from './dispatch.ts';
import type { Lookup, Option } from './field.ts';
import type { Answer } from './platform.ts';
import { placeOf } from './thread.ts';
import type { Wire } from './wire.ts';

/**
 * The question that a line in a thread is answered with where words of it are a record's name too: a button for each
 * record of that name, and one for the thread's with the words as they were read. Undefined where none has the name.
 */
export async function eitherOf<C extends Asker>(
  command: AnyCommand<C>,
  wire: Wire,
  alone: Wire,
  about: string,
  ctx: C,
): Promise<Pick<Answer, 'card'> | undefined> {
  const place = placeOf(command, about);
  if (!place) return undefined;
  const { lookup } = command.fields[place] as { readonly lookup: Lookup<unknown, C> };
  const text = alone[place] ?? '';
  const found = await lookup.resolve(ctx, text);
  if (found.kind === 'none') return undefined;
  const others = found.kind === 'many' ? found.options : (await lookup.search(ctx, text)).slice(0, 1);
  const own = (await lookup.search(ctx, about)).filter(({ value }) => value === about);
  const act = ({ label }: Option, filled: Wire): Action => ({ label, command: command.id, wire: filled });
  const actions = [
    ...others.slice(0, 9).map((one) => act(one, { ...alone, [place]: one.value })),
    ...own.map((one) => act({ ...one, label: `${one.label}: ${text}` }, wire)),
  ];
  const title = [ctx.t('problem.either', { text })];
  return { card: { title, tone: 'warn', blocks: [{ kind: 'actions', actions }] } };
}
