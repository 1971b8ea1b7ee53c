import { optional } from '../../chat/field.ts';
import { emails, list, number, phones, text } from '../../chat/fields.ts';
import type { attributes } from '../../crm/attributes/attributes.ts';
import { assignee, sourceCalled } from '../fields.ts';

/** What is asked about a lead. Its source is asked every time. */
export const leadFields = {
  name: text({ max: 120 }),
  source: sourceCalled,
  phone: optional(phones({ hint: 'hint.phones' })),
  email: optional(emails({ hint: 'hint.emails' })),
  company: optional(text({ max: 120 })),
  owner: optional(assignee),
  note: optional(text({ max: 1000, multiline: true })),
  industry: optional(text({ max: 80 })),
  employees: optional(number({ min: 1, max: 10_000_000 })),
  region: optional(text({ max: 80 })),
  tags: optional(list({ hint: 'hint.list' })),
} satisfies Record<keyof typeof attributes.lead, unknown>;
