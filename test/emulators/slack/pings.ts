import { type Json, list, str, walk } from './json.ts';

/** Whom a message would notify: user ids, and `channel`, `here`, `everyone`. What a name must never cause. */
export function pings(message: Json): string[] {
  const found: string[] = [];
  // Slack reads the top-level text as mrkdwn, and `@name` in it too when asked to.
  found.push(...inMarkup(str(message.text)));
  if (message.link_names || message.parse === 'full') {
    found.push(...[...str(message.text).matchAll(/@(channel|here|everyone)/g)].map((match) => str(match[1])));
  }
  for (const [node] of walk(list(message.blocks))) {
    if (node.type === 'mrkdwn' || node.type === 'markdown') found.push(...inMarkup(str(node.text)));
    if (node.type === 'user') found.push(str(node.user_id));
    if (node.type === 'usergroup') found.push(str(node.usergroup_id));
    if (node.type === 'broadcast') found.push(str(node.range));
  }
  return [...new Set(found)];
}

function inMarkup(text: string): string[] {
  return [...text.matchAll(/<(?:!(channel|here|everyone)|@([UW]\w+)|!subteam\^(\w+))(?:\|[^>]*)?>/g)].map(
    (match) => str(match[1] ?? match[2] ?? match[3]),
  );
}

/** The text a reader sees, one line a block; a mrkdwn object is shown with its markup taken as Slack takes it. */
export function shown(message: Json): string {
  const lines: string[] = [];
  for (const block of list(message.blocks)) {
    const parts: string[] = [];
    for (const [node] of walk(block)) {
      if (node.type === 'mrkdwn') parts.push(reading(str(node.text)));
      else if (node.type === 'user') parts.push(`@${str(node.user_id)}`);
      else if (node.type === 'date') parts.push(str(node.fallback));
      else if (node.type === 'link') parts.push(str(node.text) || str(node.url));
      else if (typeof node.text === 'string') parts.push(node.text);
    }
    lines.push(parts.join(block.type === 'rich_text' ? '' : ' '));
  }
  return lines.length > 0 ? lines.join('\n') : reading(str(message.text));
}

function reading(mrkdwn: string): string {
  return mrkdwn
    .replace(/<[^>|]*\|([^>]*)>/g, '$1')
    .replace(/<([^>]*)>/g, '$1')
    .replace(/([*_~`])(\S(?:.*?\S)?)\1/g, '$2')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
