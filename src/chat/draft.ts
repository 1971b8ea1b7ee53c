import type { Action, Block, Card } from './card.ts';
import { askKey, draftKey, maxPacked, pack, type Wire } from './wire.ts';

export interface Drafts {
  save(command: string, wire: Wire): Promise<number>;
  /** A button could not be stored and is left out: what the card tells has been done all the same. */
  lost(error: unknown): void;
}

/** Keeps every button within the limit of all platforms: what is too long is stored, and the button names the draft. */
export async function fitActions(card: Card, { save, lost }: Drafts): Promise<Card> {
  const fit = async (action: Action): Promise<Action[]> => {
    if (pack(action).length <= maxPacked) return [action];
    const { [askKey]: ask, ...wire } = action.wire;
    try {
      const id = await save(action.command, wire);
      return [{ ...action, wire: { [draftKey]: String(id), ...(ask && { [askKey]: ask }) } }];
    } catch (error) {
      lost(error);
      return [];
    }
  };
  const blocks = await Promise.all(
    card.blocks.map(
      async (block): Promise<Block> =>
        block.kind === 'actions'
          ? { ...block, actions: (await Promise.all(block.actions.map(fit))).flat() }
          : block,
    ),
  );
  return { ...card, blocks: blocks.filter((block) => block.kind !== 'actions' || block.actions.length > 0) };
}
