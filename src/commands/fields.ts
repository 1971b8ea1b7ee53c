import type { Reply } from '../chat/command.ts';
import { type Field, hidden, typedOnly, withDefault } from '../chat/field.ts';
import { choice, lookup, number, text } from '../chat/fields.ts';
import type { Wire } from '../chat/wire.ts';
import { choices } from '../crm/attributes/attributes.ts';
import { type Kind, kinds } from '../crm/codes.ts';
import type { Ctx } from '../crm/context.ts';
import { filterFields, keysOf } from '../crm/filter/fields.ts';
import type { Source } from '../crm/leads/sources.ts';
import { meansMyself } from '../crm/people/meant.ts';
import { read, unread } from '../lib/errors.ts';
import { fold } from '../lib/fold.ts';
import { lookupOrNew } from './lookups/made.ts';
import { anyMemberLookup, memberLookup, ownerLookup } from './lookups/members.ts';
import { productLookup } from './lookups/products.ts';
import { companyLookup, contactLookup, dealLookup, leadLookup } from './lookups/records.ts';
import { looksLikeStage, stageLookup } from './lookups/stages.ts';

/** The fields that several commands ask for in the same way. */
export const deal = lookup({ ...dealLookup });
export const lead = lookup({ ...leadLookup });
export const contact = lookup({ ...contactLookup });
export const company = lookup({ ...companyLookup });
/** The same, or one that is made with what it is said of. */
export const companyOrNew = lookupOrNew('company');
export const contactOrNew = lookupOrNew('contact');
/** Whose records are asked for; they may have left. */
export const owner = lookup({ ...anyMemberLookup });
/** The same, or nobody's. */
export const ownerOrNobody = lookup({ ...ownerLookup });
/** Who is put in charge. */
export const assignee = lookup({ ...memberLookup });
export const product = lookup({ ...productLookup });
export const stage = { ...lookup({ ...stageLookup }), looksLike: looksLikeStage };

/** The stage event that the person saw when they pressed the button. */
export const from = hidden(number<Ctx>({ min: 1, max: 2_147_483_647 }));

/** The likely twins that the person has seen and says to be others. */
export const apart = typedOnly(text<Ctx>({ max: 300 }));

/** The same, known on a line by a word for oneself, or by `của` before a name. */
const called = { looksLike: (text: string) => meansMyself(text) || /^c[ủu]a\s+\S/iu.test(text) };
export const ownerCalled = { ...owner, ...called };
export const ownerOrNobodyCalled = { ...ownerOrNobody, ...called };

const sources = [
  { value: 'website', label: 'choice.source.website' },
  { value: 'social', label: 'choice.source.social' },
  { value: 'team', label: 'choice.source.team' },
  { value: 'referral', label: 'choice.source.referral' },
  { value: 'other', label: 'choice.source.other' },
] as const;

/** Where somebody came from. Admins add more: see `records/sources.ts`. */
export const source = choice<Source, Ctx>({ open: true, options: sources });

const inNames = new Set(['team', 'doi', 'other', 'khac', 'social', 'web']);
/** The same, known on a line by what is no word of a name. */
export const sourceCalled: typeof source = { ...source, looksLike: (text) => !inNames.has(fold(text)) };
/** From which source those came that are asked for; as in a filter its beginning will do. */
export const sourceBegun = choice<Source, Ctx>({ open: true, begun: true, options: sources });

export const tier = choice<(typeof choices.tier)[number], Ctx>({
  options: choices.tier.map((value) => ({ value, label: `choice.tier.${value}` as const })),
});

/** Who sees the answer of a command that is private unless somebody wants it shared. */
export const share = withDefault(
  choice<'me' | 'channel', Ctx>({
    options: [
      { value: 'me', label: 'choice.share.me' },
      { value: 'channel', label: 'choice.share.channel' },
    ],
  }),
  'me',
);

/** In which order a timeline is told. */
export const order = withDefault(
  choice<'oldest' | 'newest', Ctx>({
    options: [
      { value: 'oldest', label: 'choice.order.oldest' },
      { value: 'newest', label: 'choice.order.newest' },
    ],
  }),
  'oldest',
);

export const sharedOrPrivate = (wire: Wire): Reply => (wire.share === 'channel' ? 'channel' : 'private');

const ownKeys = new Map(
  (Object.keys(kinds) as Kind[]).flatMap((kind) => [...keysOf(filterFields(kind, []))]),
);

/** Conditions as `crm/filter` reads them; on a line they need no key: `lead list region:Nam size:>50`. */
export const filter: Field<string, Ctx> = { ...text({ max: 500, hint: 'hint.filter' }), ownKeys };

export const page = hidden(number<Ctx>({ min: 1, max: 100_000 }));

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** The ISO 4217 code of the currency that figures are reported in. */
export const currency: Field<string, Ctx> = {
  ...text({ max: 3 }),
  read(text) {
    const code = text.trim().toUpperCase();
    return currencies.has(code) ? read(code) : unread('currency.unknown', { text });
  },
};
