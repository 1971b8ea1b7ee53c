import type { Span, Text } from '../../../lib/span.ts';
import { usePage } from './page.ts';

const clock = { hour: '2-digit', minute: '2-digit' } as const;
/** 22/11/2026 and 22 Nov 2026, as the bot writes days itself. */
const dates = {
  vi: { tag: 'vi', day: { day: '2-digit', month: '2-digit', year: 'numeric' } },
  en: { tag: 'en-GB', day: { day: 'numeric', month: 'short', year: 'numeric' } },
} as const;

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
  const { tag, day } = dates[locale];
  const shown = (style: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { timeZone: zone, ...style }).format(new Date(span.moment));
  const parts = [span.style !== 'time' && shown(day), span.style !== 'day' && shown(clock)];
  return <time dateTime={span.moment}>{parts.filter(Boolean).join(' ')}</time>;
}
