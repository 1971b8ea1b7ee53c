import type { Action, Card } from './card.ts';
import type { Registry } from './command.ts';
import type { Asker } from './dispatch.ts';
import { plan } from './plan.ts';
import { thenKey, type Wire } from './wire.ts';

/**
 * An answer with the way on that its button named, a line such as `findings no_source`. Of a card that asks, whose
 * buttons all go on with the same command, these lead there.
 */
export function goingOn<C extends Asker>(
  ctx: C,
  registry: Registry<C>,
  asked: { readonly command: string; readonly wire: Wire },
  card: Card,
): Card {
  const line = asked.wire[thenKey];
  const planned = line ? plan(registry, { line }, ctx.t, ctx) : undefined;
  if (!line || planned?.kind !== 'run') return card;
  const buttons = card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
  if (buttons.length > 0 && buttons.every(({ command }) => command === asked.command))
    return {
      ...card,
      blocks: card.blocks.map((block) =>
        block.kind === 'actions' ? { ...block, actions: block.actions.map(leading(line)) } : block,
      ),
    };
  const { command, wire } = planned;
  const on: Action = { label: ctx.t('action.go_on'), command, wire, style: 'primary' };
  return { ...card, blocks: [...card.blocks, { kind: 'actions', actions: [on] }] };
}

const leading =
  (line: string) =>
  (action: Action): Action => ({ ...action, wire: { ...action.wire, [thenKey]: line } });
