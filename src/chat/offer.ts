import type { Block, Card } from './card.ts';

/** A card without the buttons that its reader may not use. Where others read too, they stay: somebody may. */
export function offering(card: Card, may: (command: string) => boolean): Card {
  const blocks = card.blocks.map(
    (block): Block =>
      block.kind === 'actions'
        ? { ...block, actions: block.actions.filter(({ command }) => may(command)) }
        : block,
  );
  return { ...card, blocks: blocks.filter((block) => block.kind !== 'actions' || block.actions.length > 0) };
}
