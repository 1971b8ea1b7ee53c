import { flatten } from './rules/components.ts';
import type { Json, Message } from './store.ts';

/** Whom a message notifies: what its text names, as far as `allowed_mentions` lets it. Embeds never ping. */
export function pingsOf(
  content: string,
  components: readonly Json[],
  allowed: Json | null | undefined,
): Message['pings'] {
  const text = [
    content,
    ...flatten(components).flatMap(([c]) => (c.type === 10 ? [String(c.content)] : [])),
  ].join('\n');
  const live = text.replace(/```[\s\S]*?```|`[^`\n]*`/g, '').replace(/\\[<@]/g, '');
  const named = (pattern: RegExp) => [...new Set([...live.matchAll(pattern)].map((m) => String(m[1])))];
  const parse = allowed ? ((allowed.parse ?? []) as string[]) : ['users', 'roles', 'everyone'];
  const permitted = (kind: string, ids: string[]) =>
    parse.includes(kind) ? ids : ids.filter((id) => ((allowed?.[kind] ?? []) as string[]).includes(id));
  return {
    users: permitted('users', named(/<@!?(\d+)>/g)),
    roles: permitted('roles', named(/<@&(\d+)>/g)),
    everyone: parse.includes('everyone') && /@everyone|@here/.test(live),
  };
}
