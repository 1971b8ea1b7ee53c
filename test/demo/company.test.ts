import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggest } from '../../src/crm/leads/suggest.ts';
import { makeCompany } from '../../src/demo/company.ts';
import { rowsOf } from '../../src/demo/rows.ts';
import { workTime } from '../../src/demo/work-time.ts';
import type { Locale } from '../../src/i18n/index.ts';
import { dayOf, workCalendar } from '../../src/lib/dates/index.ts';
import { readEmail } from '../../src/lib/email.ts';
import { fold } from '../../src/lib/fold.ts';
import { readPhone } from '../../src/lib/phone.ts';

const zone = 'Asia/Ho_Chi_Minh';
const calendar = workCalendar();
const limits = [3, 5, 5, 7, 5];
const stageIds = [1, 2, 3, 4, 5, 6, 7];
const [won, lost] = [6, 7];

function rows(now: Date, locale: Locale = 'vi', currency = 'VND') {
  return rowsOf(makeCompany(locale, currency, limits), {
    now,
    zone,
    calendar,
    currency,
    pipelineId: 1,
    stageIds,
  });
}
type Rows = ReturnType<typeof rows>;

/** The stage events of each deal in their order. */
function eventsOf({ deal, stageEvent }: Rows) {
  const events = new Map(deal.map(({ id }) => [id, [] as Rows['stageEvent']]));
  for (const event of stageEvent) events.get(event.dealId)?.push(event);
  return (id: number) => events.get(id) ?? [];
}

function stageOf(all: Rows) {
  const events = eventsOf(all);
  return (id: number) => events(id).at(-1)?.stageId ?? 0;
}

/** Any minute of many years, one in three of them at midnight: weekends, Tết and leap days are among them. */
const instants = fc
  .tuple(
    fc.date({ min: new Date('2024-01-01'), max: new Date('2034-12-31'), noInvalidDate: true }),
    fc.nat(2),
  )
  .map(([at, midnight]) => (midnight ? at : new Date(Math.floor(at.getTime() / 86_400_000) * 86_400_000)));

const days = fc.sample(instants, { numRuns: 30, seed: 5 }).map((now) => ({ now, all: rows(now) }));

function onManyDays(holds: (all: Rows, now: Date) => void) {
  for (const { all, now } of days) holds(all, now);
}

describe('the demo company', () => {
  it.each(['vi', 'en'] as const)(
    'has two leads that were entered twice, and no other two people with one telephone number (%s)',
    (locale) => {
      const { contact, company, lead } = rows(new Date('2026-11-23T03:00:00Z'), locale);
      const leads = lead.filter(({ status }) => status !== 'CONVERTED');
      const phones = [...contact, ...company, ...leads].flatMap(({ phone }) => phone ?? []);
      expect(phones.length - new Set(phones).size).toBe(2);
    },
  );

  it.each(['vi', 'en'] as const)(
    'has a few companies of which neither industry nor region nor size is known (%s)',
    (locale) => {
      const { company } = rows(new Date('2026-11-23T03:00:00Z'), locale);
      const unknown = company.filter(({ industry, region, employees }) => !industry && !region && !employees);
      expect(unknown).toHaveLength(3);
    },
  );

  it('is the same for the same moment', () => {
    const now = new Date('2026-11-23T03:00:00Z');
    expect(rows(now)).toEqual(rows(now));
  });

  it('has nothing in the future, and each record only after those it belongs to', () => {
    onManyDays((all, now) => {
      const made = (table: 'company' | 'contact' | 'lead' | 'deal' | 'member', id: number | null) =>
        id === null ? new Date(0) : (all[table][id - 1]?.createdAt as Date);
      const tables = ['member', 'company', 'contact', 'lead', 'deal', 'activity', 'subscription'] as const;
      for (const table of tables)
        expect((all[table] as { createdAt: Date }[]).filter((one) => one.createdAt > now)).toEqual([]);
      const early = [
        ...[...all.contact, ...all.lead].filter((one) => one.createdAt < made('company', one.companyId)),
        ...all.deal.filter(
          (one) =>
            one.createdAt < made('lead', one.leadId) ||
            one.createdAt < made('contact', one.contactId) ||
            one.createdAt < made('member', one.ownerId) ||
            (one.expectedCloseOn && one.expectedCloseOn < new Date(dayOf(one.createdAt, zone))),
        ),
        ...all.activity.filter(
          (one) => one.at < made('deal', one.dealId) || one.at < made('lead', one.leadId),
        ),
      ];
      expect(early).toEqual([]);
    });
  });

  it('opens every deal when it is made, in the first stage, and tells its stages in order', () => {
    onManyDays((all, now) => {
      const events = eventsOf(all);
      const wrong = all.deal.filter(({ id, createdAt }) => {
        const [first, ...rest] = events(id);
        if (first?.stageId !== 1 || first.at.getTime() !== createdAt.getTime()) return true;
        return rest.some(({ at, stageId, reason }, i) => {
          const before = events(id)[i] as (typeof rest)[number];
          const unexplained = stageId === lost && !reason;
          return (
            at > now || at <= before.at || stageId === before.stageId || before.stageId === won || unexplained
          );
        });
      });
      expect(wrong).toEqual([]);
      const back = all.deal.filter(({ id }) =>
        events(id)
          .slice(0, -1)
          .some((event) => event.stageId === lost),
      );
      expect(back.length).toBeGreaterThanOrEqual(4);
    });
  });

  it('tells of its leads how they came to their state: all reached in order, before now', () => {
    onManyDays((all, now) => {
      for (const lead of all.lead) {
        const { status, createdAt, mqlAt, sqlAt, convertedAt, disqualifiedAt } = lead;
        const way = [createdAt, mqlAt, sqlAt, convertedAt, disqualifiedAt, now].filter((at) => at !== null);
        expect(way).toEqual(way.toSorted((a, b) => a.getTime() - b.getTime()));
        const reached = [mqlAt && 'MQL', sqlAt && 'SQL', convertedAt && 'CONVERTED'].filter(Boolean).at(-1);
        if (status === 'DISQUALIFIED') expect([disqualifiedAt, lead.reason]).not.toContain(null);
        else expect(reached ?? 'none').toBe(status === 'NEW' || status === 'WORKING' ? 'none' : status);
        if (status === 'CONVERTED') expect([lead.contactId, lead.companyId]).not.toContain(null);
        // What was found out speaks for the state; a decision that has passed no longer does.
        const suggested = suggest(lead, dayOf(now, zone)).status;
        if (status === 'MQL' || status === 'SQL') expect(suggested).toBe(status);
      }
      expect(new Set(all.lead.map(({ status }) => status)).size).toBe(6);
      expect(new Set(all.company.map(({ tier }) => tier)).size).toBe(4);
    });
  });

  it('happens in working hours', () => {
    const now = new Date('2026-11-22T02:00:00Z');
    const odd = rows(now).stageEvent.filter(({ at }) => {
      const hour = (at.getTime() / 3_600_000 + 7) % 24;
      return !calendar.isWorkingDay(dayOf(at, zone)) || hour < 8.25 || hour > 17.5;
    });
    expect(odd).toEqual([]);
  });

  it('was at work until now: this morning on a working day at noon, on Friday when it is Sunday', () => {
    const noon = new Date('2026-11-24T05:00:00Z');
    const { stageEvent, activity } = rows(noon);
    const today = [...stageEvent, ...activity].filter(({ at }) => dayOf(at, zone) === '2026-11-24');
    expect(today.length).toBeGreaterThan(4);
    const latest = rows(new Date('2026-11-22T05:00:00Z')).stageEvent.at(-1);
    expect(dayOf(latest?.at as Date, zone)).toBe('2026-11-20');
  });

  it('has deals in every stage, and wins 35 to 45 % of those that were closed', () => {
    onManyDays((all) => {
      const stages = all.deal.map(({ id }) => id).map(stageOf(all));
      const counts = stageIds.map((id) => stages.filter((stage) => stage === id).length);
      expect(Math.min(...counts)).toBeGreaterThanOrEqual(5);
      const [wins, losses] = [counts[5] as number, counts[6] as number];
      expect(all.deal.length - wins - losses).toBe(55);
      expect(wins / (wins + losses)).toBeGreaterThan(0.35);
      expect(wins / (wins + losses)).toBeLessThan(0.45);
    });
  });

  it('has a handful of deals that nobody touched for longer than their stage allows, of several owners', () => {
    onManyDays((all, now) => {
      const [events, stages] = [eventsOf(all), stageOf(all)];
      const stale = all.deal.filter((deal) => {
        const stage = stages(deal.id);
        if (stage === won || stage === lost) return false;
        const done = all.activity.filter(({ dealId }) => dealId === deal.id);
        const touched = [...done, ...events(deal.id)].map(({ at }) => at.getTime());
        const rested = calendar.workingDaysBetween(
          dayOf(new Date(Math.max(...touched)), zone),
          dayOf(now, zone),
        );
        return rested > (limits[stage - 1] as number);
      });
      expect(stale.length).toBeGreaterThanOrEqual(8);
      expect(stale.length).toBeLessThanOrEqual(14);
      expect(new Set(stale.map(({ ownerId }) => ownerId)).size).toBeGreaterThanOrEqual(5);
    });
  });

  it('has some open deals whose expected day is over, and more whose day is to come', () => {
    onManyDays((all, now) => {
      const stage = stageOf(all);
      const open = all.deal.filter(({ id }) => stage(id) < won);
      const today = new Date(dayOf(now, zone));
      const over = open.filter(({ expectedCloseOn }) => expectedCloseOn && expectedCloseOn < today).length;
      expect(over).toBeGreaterThanOrEqual(3);
      expect(
        open.filter(({ expectedCloseOn }) => expectedCloseOn && expectedCloseOn >= today).length,
      ).toBeGreaterThan(over);
    });
  });
});

describe.each([
  ['vi', 'VND'],
  ['en', 'USD'],
  ['en', 'VND'],
] as const)('the demo company in %s with %s', (locale, currency) => {
  const all = rows(new Date('2026-11-24T05:00:00Z'), locale, currency);

  it('has one admin, two managers and a viewer, reps who all have open deals, and one who is not let in', () => {
    const stage = stageOf(all);
    const of = (role: string) => all.member.filter((member) => member.role === role);
    expect([of('ADMIN').length, of('MANAGER').length, of('VIEWER').length]).toEqual([1, 2, 1]);
    for (const { id } of of('REP'))
      expect(all.deal.filter((deal) => deal.ownerId === id && stage(deal.id) < won).length).toBeGreaterThan(
        2,
      );
    expect(all.identity.filter(({ memberId }) => memberId === null)).toHaveLength(1);
  });

  it('is found by its folded names, which nobody else has', () => {
    for (const table of ['member', 'team', 'company', 'contact', 'lead', 'product'] as const)
      for (const { name, folded } of all[table]) expect(folded).toBe(fold(name));
    for (const { title, folded } of all.deal) expect(folded).toBe(fold(title));
    for (const names of [all.company, all.contact, all.member, all.deal].map((list) =>
      list.map((one) => one.folded),
    ))
      expect(new Set(names).size).toBe(names.length);
  });

  it('has round amounts of that currency, from about 30 million VND to 3 billion', () => {
    const unit = currency === 'VND' ? 1e6 : 40;
    for (const { amount } of all.deal.filter((deal) => deal.currency === currency)) {
      expect(Number(amount) / unit).toBeGreaterThanOrEqual(29);
      expect(Number(amount) / unit).toBeLessThanOrEqual(3000);
      expect(Number(amount.replace(/0+$/, ''))).toBeLessThan(1000);
    }
    const others = all.deal.filter((deal) => deal.currency !== currency);
    expect(others.every((deal) => deal.currency === 'USD' && Number(deal.amount) > 0)).toBe(true);
    expect(others.length > 0).toBe(currency === 'VND');
  });

  it('has filled every hole of its sentences, with addresses that nobody has and valid numbers', () => {
    const texts = [...all.activity.map(({ text }) => text), ...all.deal.map(({ title }) => title)];
    for (const text of texts) expect(text).not.toMatch(/[{}]|undefined/);
    for (const { email, phone } of [...all.contact, ...all.lead]) {
      if (email) expect(readEmail(email).ok && email.endsWith('.example')).toBe(true);
      if (phone) expect(readPhone(phone).ok).toBe(true);
    }
  });

  it('speaks its language', () => {
    const accents = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;
    const share = all.activity.filter(({ text }) => accents.test(text)).length / all.activity.length;
    if (locale === 'vi') expect(share).toBe(1);
    else expect(all.activity.filter(({ text }) => accents.test(text.replaceAll('₫', '')))).toEqual([]);
  });
});

describe('working time', () => {
  it('never goes back beyond the later of two ages, nor past now, in lunch breaks and where clocks change', () => {
    fc.assert(
      fc.property(
        instants,
        fc.constantFrom(zone, 'America/New_York', 'Europe/Berlin'),
        fc.double({ min: 0, max: 130, noNaN: true }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (now, zone, age, more) => {
          const at = workTime(now, zone, calendar);
          expect(at(age) <= now).toBe(true);
          expect(at(age + more) <= at(age)).toBe(true);
        },
      ),
      { seed: 5 },
    );
  });
});
