import { type Field, optional } from '../../chat/field.ts';
import { choice, day, emails, list, phones, text } from '../../chat/fields.ts';
import { type attributes, choices } from '../../crm/attributes/attributes.ts';
import type { Ctx } from '../../crm/context.ts';
import { type Day, dayOf } from '../../lib/dates/index.ts';
import { unread } from '../../lib/errors.ts';
import { plain, shorten } from '../../lib/text.ts';
import { assignee, companyOrNew, tier } from '../fields.ts';

const duty = choice<(typeof choices.duty)[number], Ctx>({
  options: choices.duty.map((value) => ({ value, label: `choice.duty.${value}` as const })),
});

const gender = choice<(typeof choices.gender)[number], Ctx>({
  options: choices.gender.map((value) => ({ value, label: `choice.gender.${value}` as const })),
});

const past = day<Ctx>({ prefer: 'past', hint: 'hint.birthday' });
const fourYears = 4 * 366 * 86_400_000;

/** A day that has been, written with its year: `12/5` alone would be one of this year or the last. */
const birthday: Field<Day, Ctx> = {
  ...past,
  read(text, reader) {
    const said = past.read(text, reader);
    if (!said.ok && !['day.which', 'day.passed'].includes(said.problem.code)) return said;
    const before = past.read(text, { ...reader, now: new Date(reader.now.getTime() - fourYears) });
    const whole = said.ok && before.ok && said.value === before.value;
    if (whole && (said.value as Day) <= dayOf(reader.now, reader.zone)) return said;
    return unread('birthday.unreadable', { text: plain(shorten(text, 40)) });
  },
};

/** What is asked about a person at a customer, or a customer who is a person. */
export const contactFields = {
  name: text({ max: 120 }),
  company: optional(companyOrNew),
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
  birthday: optional(birthday),
  gender: optional(gender),
  interests: optional(list({ hint: 'hint.list' })),
} satisfies Record<keyof typeof attributes.contact, unknown>;
