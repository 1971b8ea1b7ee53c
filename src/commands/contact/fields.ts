import { optional } from '../../chat/field.ts';
import { choice, day, emails, list, phones, text } from '../../chat/fields.ts';
import { type attributes, choices } from '../../crm/attributes/attributes.ts';
import type { Ctx } from '../../crm/context.ts';
import { assignee, company, tier } from '../fields.ts';

const duty = choice<(typeof choices.duty)[number], Ctx>({
  options: choices.duty.map((value) => ({ value, label: `choice.duty.${value}` as const })),
});

const gender = choice<(typeof choices.gender)[number], Ctx>({
  options: choices.gender.map((value) => ({ value, label: `choice.gender.${value}` as const })),
});

/** What is asked about a person at a customer, or a customer who is a person. */
export const contactFields = {
  name: text({ max: 120 }),
  company: optional(company),
  phone: optional(phones({ hint: 'hint.phones' })),
  email: optional(emails({ hint: 'hint.emails' })),
  jobTitle: optional(text({ max: 120 })),
  duty: optional(duty),
  tier: optional(tier),
  tags: optional(list({ hint: 'hint.list' })),
  owner: optional(assignee),
  note: optional(text({ max: 2000, multiline: true })),
  address: optional(text({ max: 300 })),
  region: optional(text({ max: 80 })),
  birthday: optional(day({ prefer: 'past', hint: 'hint.day' })),
  gender: optional(gender),
  interests: optional(list({ hint: 'hint.list' })),
} satisfies Record<keyof typeof attributes.contact, unknown>;
