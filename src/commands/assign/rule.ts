import { conditionsText } from '../../cards/assignment.ts';
import type { Lookup } from '../../chat/field.ts';
import { lookup } from '../../chat/fields.ts';
import { type ListedRule, listRules } from '../../crm/assignment/list.ts';
import type { Ctx } from '../../crm/context.ts';
import { shorten } from '../../lib/text.ts';

const option = ({ t }: Ctx, rule: ListedRule) => {
  const to = rule.members.map(({ name }) => name).join(', ');
  return { value: String(rule.id), label: shorten(`${rule.id}. ${conditionsText(t, rule)} → ${to}`, 75) };
};

/** The rule of a number, as the list shows it; it keeps its number wherever it is moved. */
export async function ruleAt(ctx: Ctx, text: string): Promise<ListedRule | undefined> {
  const typed = text.trim().replace(/^#/, '');
  return (await listRules(ctx)).find(({ id }) => String(id) === typed);
}

const ruleLookup: Lookup<ListedRule, Ctx> = {
  async search(ctx, query) {
    const all = (await listRules(ctx)).map((rule) => option(ctx, rule));
    const own = all.filter(({ value }) => value === query);
    return (own.length ? own : all.filter(({ label }) => label.includes(query.trim()))).slice(0, 25);
  },
  async resolve(ctx, text) {
    const rule = await ruleAt(ctx, text);
    return rule ? { kind: 'one', value: rule } : { kind: 'none' };
  },
};

export const rule = lookup({ ...ruleLookup });
