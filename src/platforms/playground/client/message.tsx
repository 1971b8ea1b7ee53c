import type { Action } from '../../../chat/card.ts';
import type { Message } from '../protocol.ts';
import { Avatar } from './avatar.tsx';
import { CardView } from './card.tsx';
import { dates } from './dates.ts';
import { Developer } from './developer.tsx';
import { Icon } from './icons.tsx';
import { Inline } from './inline.tsx';
import { fileUrl } from './net.ts';
import { usePage, useSay } from './page.ts';

interface MessageProps {
  readonly message: Message;
  /** The card that it is a reply to. */
  readonly above: Message | undefined;
  press(action: Action, message: Message): Promise<void>;
  reply(message: Message): void;
}

/** One message: a typed line of somebody, or a card of the bot. */
export function MessageView({ message, above, press, reply }: MessageProps) {
  const { locale, zone, me } = usePage();
  const say = useSay();
  const { by, line, card, asked, only, pictures = {} } = message;
  const { time } = dates(locale, zone);
  return (
    <div class={only ? 'message only' : 'message'}>
      <Avatar name={by?.name} />
      <div class="body">
        <div class="head">
          <span class="name">
            <bdi>{by?.name ?? 'Chốt'}</bdi>
          </span>
          {!by && <span class="badge">{say('playground.app')}</span>}
          <time dateTime={message.at}>{time(message.at)}</time>
          {only && (
            <span class="private">
              <Icon name="lock" />
              <span class={by && 'unseen'}>{say('playground.only_you')}</span>
            </span>
          )}
        </div>
        {asked && (
          <div class="asked">
            <bdi>{asked.name}</bdi> › {asked.what}
          </div>
        )}
        {above?.card && (
          <div class="asked above">
            <Icon name="reply" />
            <Inline text={above.card.title} />
          </div>
        )}
        {line !== undefined && <p class={line.startsWith('/') ? 'line command' : 'line'}>{line}</p>}
        {card && (
          <CardView
            card={card}
            pictures={pictures}
            fileAt={(block) => fileUrl(message.id, block, me.id)}
            press={(action) => press(action, message)}
          />
        )}
        {card && (
          <Developer message={message}>
            {card.blocks.some(({ kind }) => kind === 'actions') && (
              <button type="button" class="quiet" onClick={() => reply(message)}>
                <Icon name="reply" />
                {say('playground.reply')}
              </button>
            )}
          </Developer>
        )}
      </div>
    </div>
  );
}
