/**
 * What a person typed, out of Slack's markup: links and channels by their words, `&amp;` as `&`. People stay as
 * `<@U123>`, which the lookup of members reads.
 */
export function unmarkup(text: string): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inside: string) => token(inside))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function token(inside: string): string {
  const [target = '', label] = inside.split('|');
  if (target.startsWith('@')) return `<${target}>`;
  if (target.startsWith('#')) return `#${label || target.slice(1)}`;
  if (target.startsWith('!')) return label ?? `@${target.slice(1)}`;
  const address = target.replace(/^(mailto|tel):/, '');
  // Slack links bare words such as acme.vn by itself: the words are what was typed.
  return label && target.includes(label) ? label : address;
}

/** The line in a message to the bot: without the mention of it. */
export function lineOf(text: string, botUserId: string): string {
  return unmarkup(text.replace(new RegExp(`<@${botUserId}(\\|[^>]*)?>`), ' ')).trim();
}
