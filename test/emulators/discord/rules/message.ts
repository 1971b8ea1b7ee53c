import type { Issue } from '../errors.ts';
import type { Json } from '../store.ts';
import { componentIssues, V2_FLAG } from './components.ts';

const EMBEDS_TOTAL = 6000;
const CONTENT = 2000;

/** What the OpenAPI does not say of a message as it will stand (an edit already merged in). */
export function messageIssues(message: Json): Issue[] {
  const v2 = (Number(message.flags ?? 0) & V2_FLAG) !== 0;
  const content = String(message.content ?? '');
  const embeds = (message.embeds ?? []) as Json[];
  const issues: Issue[] = [];
  if (content.length > CONTENT)
    issues.push({ path: ['content'], message: `Must be ${CONTENT} or fewer in length.` });
  if (v2 && content) issues.push({ path: ['content'], message: 'Not allowed with IS_COMPONENTS_V2' });
  if (v2 && embeds.length > 0)
    issues.push({ path: ['embeds'], message: 'Not allowed with IS_COMPONENTS_V2' });
  return [...issues, ...embedIssues(embeds), ...componentIssues((message.components ?? []) as Json[], v2)];
}

function embedIssues(embeds: readonly Json[]): Issue[] {
  const issues: Issue[] = [];
  let total = 0;
  for (const [i, embed] of embeds.entries()) {
    const fields = (embed.fields ?? []) as Json[];
    const texts = [
      embed.title,
      embed.description,
      (embed.footer as Json | undefined)?.text,
      (embed.author as Json | undefined)?.name,
      ...fields.flatMap((field) => [field.name, field.value]),
    ];
    total += texts.reduce((sum: number, text) => sum + String(text ?? '').length, 0);
    for (const [j, field] of fields.entries())
      for (const key of ['name', 'value'])
        if (!String(field[key] ?? '').trim())
          issues.push({
            path: ['embeds', String(i), 'fields', String(j), key],
            message: 'This field is required',
          });
    if (texts.every((text) => !text) && !embed.image && !embed.thumbnail)
      issues.push({ path: ['embeds', String(i)], message: 'Embed is empty' });
  }
  if (total > EMBEDS_TOTAL)
    issues.push({ path: ['embeds'], message: `Embeds exceed ${EMBEDS_TOTAL} characters` });
  return issues;
}

/** What `allowed_mentions` may not combine. */
export function mentionIssues(allowed: Json | undefined): Issue[] {
  const parse = (allowed?.parse ?? []) as string[];
  const issues: Issue[] = [];
  for (const kind of ['users', 'roles']) {
    const list = (allowed?.[kind] ?? []) as string[];
    if (parse.includes(kind) && list.length > 0)
      issues.push({
        path: ['allowed_mentions'],
        message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      });
    if (new Set(list).size !== list.length)
      issues.push({ path: ['allowed_mentions', kind], message: 'The ids must be unique' });
  }
  return issues;
}
