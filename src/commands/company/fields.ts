import { optional } from '../../chat/field.ts';
import { day, emails, list, money, number, phones, text } from '../../chat/fields.ts';
import type { attributes } from '../../crm/attributes/attributes.ts';
import { assignee, company, tier } from '../fields.ts';

const many = () => optional(list({ hint: 'hint.list' }));

/** What is owed may have been due: a day without its year that passed so many days ago is asked about. */
const halfYear = 183;

/** What is asked about a company. */
export const companyFields = {
  name: text({ max: 120 }),
  industry: optional(text({ max: 80 })),
  phone: optional(phones({ hint: 'hint.phones' })),
  employees: optional(number({ min: 1, max: 10_000_000 })),
  website: optional(text({ max: 200 })),
  email: optional(emails({ hint: 'hint.emails' })),
  taxCode: optional(text({ max: 20 })),
  address: optional(text({ max: 300 })),
  region: optional(text({ max: 80 })),
  country: optional(text({ max: 80 })),
  tier: optional(tier),
  tags: many(),
  owner: optional(assignee),
  note: optional(text({ max: 2000, multiline: true })),
  shortName: optional(text({ max: 60 })),
  industries: many(),
  revenue: optional(money({ hint: 'hint.amount' })),
  parent: optional(company),
  branches: optional(list({ hint: 'hint.addresses' })),
  fax: optional(text({ max: 40 })),
  social: many(),
  legal: optional(text({ max: 300 })),
  bank: optional(text({ max: 200 })),
  paymentTerms: optional(text({ max: 200 })),
  receivable: optional(money({ hint: 'hint.receivable' })),
  receivableDue: optional(day({ prefer: 'future', back: halfYear, hint: 'hint.receivableDue' })),
} satisfies Record<keyof typeof attributes.company, unknown>;
