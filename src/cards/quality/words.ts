import type { Translator } from '../../i18n/index.ts';
import type { Rule } from '../../metrics/quality/rules.ts';

/** What is wrong with a record, in a few words. */
export const ruleText = (t: Translator, rule: Rule) => t(`quality.rule.${rule}`);

export const rulesText = (t: Translator, rules: readonly Rule[]) =>
  rules.map((rule) => ruleText(t, rule)).join(', ');
