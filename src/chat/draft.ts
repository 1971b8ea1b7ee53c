import type { Action, Block, Card } from './card.ts';
import { askKey, draftKey, maxPacked, pack, type Wire } from './wire.ts';

/** Keeps every button within the limit of all platforms: what is too long is stored, and the button names the draft. */
export async function fitActions(
  card: Card,
  save: (command: string, wire: Wire) => Promise<number>,
): Promise<Card> {
  const fit = async (action: Action): Promise<Action> => {
    if (pack(action).length <= maxPacked) return action;
    const { [askKey]: ask, ...wire } = action.wire;
    const id = await save(action.command, wire);
    return { ...action, wire: { [draftKey]: String(id), ...(ask && { [askKey]: ask }) } };
  };
  const blocks = await Promise.all(
    card.blocks.map(
      async (block): Promise<Block> =>
        block.kind === 'actions' ? { ...block, actions: await Promise.all(block.actions.map(fit)) } : block,
    ),
  );
  return { ...card, blocks };
}
