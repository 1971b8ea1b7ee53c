import type { APIAttachment } from 'discord.js';
import type { Issue } from './errors.ts';
import { flatten } from './rules/components.ts';
import type { Json } from './store.ts';

/** Turns request components and embeds into what Discord answers: ids, defaults, `attachment://` resolved. */
export function answerComponents(
  components: readonly Json[],
  attachments: readonly APIAttachment[],
  issues: Issue[],
): Json[] {
  const taken = new Set(flatten(components).map(([component]) => component.id));
  let last = 0;
  const nextId = () => {
    do last += 1;
    while (taken.has(last));
    return last;
  };
  const media = (value: Json): Json => {
    const url = resolve(String(value.url), attachments, issues);
    const found = attachments.find((a) => a.url === url);
    return {
      id: found?.id ?? '0',
      url,
      proxy_url: url,
      width: found?.width ?? null,
      height: found?.height ?? null,
      content_type: found?.content_type ?? null,
      ...(found && { attachment_id: found.id }),
    };
  };
  const answer = (component: Json): Json => {
    const { type } = component;
    const json: Json = { ...present(component), id: component.id || nextId() };
    if (type === 3)
      Object.assign(json, { min_values: component.min_values ?? 1, max_values: component.max_values ?? 1 });
    if (type === 14)
      Object.assign(json, { spacing: component.spacing ?? 1, divider: component.divider ?? true });
    if (type === 17)
      Object.assign(json, {
        accent_color: component.accent_color ?? null,
        spoiler: component.spoiler ?? false,
      });
    if (type === 11) Object.assign(json, { ...visual(component), media: media(component.media as Json) });
    if (type === 12)
      json.items = (component.items as Json[]).map((item) => ({
        ...visual(item),
        media: media(item.media as Json),
      }));
    if (type === 13) {
      const file = media(component.file as Json);
      const { filename = '', size = 0 } = attachments.find((a) => a.url === file.url) ?? {};
      Object.assign(json, { file, name: filename, size, spoiler: component.spoiler ?? false });
    }
    if (component.components) json.components = (component.components as Json[]).map(answer);
    if (component.accessory) json.accessory = answer(component.accessory as Json);
    return json;
  };
  return components.map(answer);
}

export function answerEmbeds(
  embeds: readonly Json[],
  attachments: readonly APIAttachment[],
  issues: Issue[],
): Json[] {
  const picture = (value: Json) => {
    const url = resolve(String(value.url), attachments, issues);
    return { url, proxy_url: url };
  };
  return embeds.map((embed) => ({
    ...present(embed),
    type: 'rich',
    ...(embed.fields
      ? { fields: (embed.fields as Json[]).map((f) => ({ ...f, inline: f.inline ?? false })) }
      : {}),
    ...(embed.image ? { image: picture(embed.image as Json) } : {}),
    ...(embed.thumbnail ? { thumbnail: picture(embed.thumbnail as Json) } : {}),
  }));
}

const visual = (item: Json) => ({ description: item.description ?? null, spoiler: item.spoiler ?? false });

function present(value: Json): Json {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== null));
}

function resolve(url: string, attachments: readonly APIAttachment[], issues: Issue[]): string {
  if (!url.startsWith('attachment://')) return url;
  const name = decodeURIComponent(url.slice('attachment://'.length));
  const found = attachments.find((a) => a.filename === name);
  if (!found) issues.push({ path: ['attachments'], message: `Referenced attachment not found: ${name}` });
  return found?.url ?? url;
}
