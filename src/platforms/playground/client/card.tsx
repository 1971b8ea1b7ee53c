import type { Action, Block, Card } from '../../../chat/card.ts';
import type { Span, Text } from '../../../lib/span.ts';
import type { Picture } from '../protocol.ts';
import { Icon, toneIcon } from './icons.tsx';
import { Inline } from './inline.tsx';
import { useSay } from './page.ts';
import { Pressable } from './pressable.tsx';
import { TableView } from './table.tsx';

interface CardProps {
  readonly card: Card;
  readonly pictures: Readonly<Record<number, Picture>>;
  /** Where the file of a block is. */
  fileAt(block: number): string;
  press(action: Action): Promise<void>;
}

/** A card. Its tone is said in words and shape, too. */
export function CardView({ card, pictures, fileAt, press }: CardProps) {
  const say = useSay();
  const { tone = 'plain' } = card;
  return (
    <article class={`card ${tone}`}>
      <h3 class="card-title">
        {tone !== 'plain' && (
          <span class="tone">
            <Icon name={toneIcon[tone]} />
            <span class="unseen">{say(`playground.tone.${tone}`)}: </span>
          </span>
        )}
        <span>
          <Inline text={card.title} />
        </span>
      </h3>
      {card.blocks.map((block, i) => (
        <BlockView key={i} block={block} picture={pictures[i]} file={fileAt(i)} press={press} />
      ))}
    </article>
  );
}

interface BlockProps {
  readonly block: Block;
  readonly picture: Picture | undefined;
  readonly file: string;
  press(action: Action): Promise<void>;
}

function BlockView({ block, picture, file, press }: BlockProps) {
  switch (block.kind) {
    case 'text':
      return (
        <p class="text">
          <Inline text={block.text} />
        </p>
      );
    case 'note':
      return (
        <p class="note">
          <Inline text={block.text} />
        </p>
      );
    case 'facts':
      return (
        <dl class="facts">
          {block.facts.map((fact, i) => (
            <div key={i} class={isLong(fact.value) ? 'long' : ''}>
              <dt>{fact.label}</dt>
              <dd>
                <Inline text={fact.value} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return <TableView table={block} />;
    case 'chart':
      if (!picture) return <TableView table={block.table} />;
      // Drawn at twice the size, so that it is sharp everywhere.
      return (
        <img
          class="chart"
          src={picture.url}
          alt={block.alt}
          width={picture.width / 2}
          height={picture.height / 2}
        />
      );
    case 'file':
      return (
        <div class="actions">
          <a class="button" href={file} download={block.name}>
            <Icon name="download" />
            {block.name}
          </a>
        </div>
      );
    case 'divider':
      return <hr />;
    case 'actions':
      return (
        <div class="actions">
          {block.actions.map((action) => (
            <Pressable
              key={`${action.command}:${action.label}`}
              class={action.style ?? ''}
              press={() => press(action)}
            >
              {action.label}
            </Pressable>
          ))}
        </div>
      );
  }
}

/** More than two lines of half the width of a phone. */
function isLong(text: Text): boolean {
  const length = (span: Span) =>
    typeof span === 'string' ? span.length : 'bold' in span ? span.bold.length : 12;
  return text.reduce((sum, span) => sum + length(span), 0) > 30;
}
