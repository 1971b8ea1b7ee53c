import { channelWords, type Span, type Text } from '../../../lib/span.ts';
import { dates } from './dates.ts';
import { usePage } from './page.ts';

/** A card's text. Every string becomes a text node; links lead to the web or nowhere. */
export function Inline({ text }: { text: Text }) {
  return (
    <>
      {text.map((span, i) => (
        <Piece key={i} span={span} />
      ))}
    </>
  );
}

function Piece({ span }: { span: Span }) {
  const { locale, zone, me } = usePage();
  if (typeof span === 'string') return <bdi>{span}</bdi>;
  if ('bold' in span)
    return (
      <strong>
        <bdi>{span.bold}</bdi>
      </strong>
    );
  if ('link' in span)
    return /^https?:\/\//i.test(span.url) ? (
      <a href={span.url} target="_blank" rel="noopener noreferrer">
        <bdi>{span.link}</bdi>
      </a>
    ) : (
      <bdi>{span.link}</bdi>
    );
  if ('mention' in span)
    return (
      <span class={span.mention.ids.playground === me.id ? 'mention mine' : 'mention'}>
        @<bdi>{span.mention.name}</bdi>
      </span>
    );
  if ('channel' in span)
    return <bdi>{span.on === 'playground' ? `#${span.channel}` : channelWords(span)}</bdi>;
  const { day, time } = dates(locale, zone);
  const parts = [span.style !== 'time' && day(span.moment), span.style !== 'day' && time(span.moment)];
  return <time dateTime={span.moment}>{parts.filter(Boolean).join(' ')}</time>;
}
