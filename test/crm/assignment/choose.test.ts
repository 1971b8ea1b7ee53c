import { describe, expect, it } from 'vitest';
import { type Candidate, choose, type Turn, workFrom } from '../../../src/crm/assignment/choose.ts';
import { type AssignmentRule, fits, type LeadFacts } from '../../../src/crm/assignment/rules.ts';
import { workCalendar } from '../../../src/lib/dates/index.ts';

const calendar = workCalendar();
/** A Wednesday, ten in the morning in Vietnam. */
const wednesday = '2026-11-18T03:00:00Z';
const evening = '2026-11-18T13:00:00Z';
const saturday = '2026-11-21T03:00:00Z';

const ids = ['Lan', 'Minh', 'Tú'] as const;
type Name = (typeof ids)[number];
const idOf = (name: Name) => ids.indexOf(name) + 1;

const person = (name: Name, more: Partial<Candidate> = {}): Candidate => ({
  ...{ id: idOf(name), name, active: true, awayFrom: null, awayUntil: null },
  ...{ capacity: null, open: 0, zone: 'Asia/Ho_Chi_Minh' },
  ...more,
});

interface Case {
  at?: string;
  method?: Turn['method'];
  last?: Name;
  except?: Name;
  people?: Partial<Record<Name, Partial<Candidate>>>;
}

/** «Lan, not Minh (away)»: who was chosen and who was passed over, why. */
function told({ at = wednesday, method = 'ROUND_ROBIN', last, except, people = {} }: Case): string {
  const now = new Date(at);
  const turn = { method, lastId: last ? idOf(last) : null, exceptId: except ? idOf(except) : null };
  const all = ids.map((name) => person(name, people[name]));
  const { chosen, skipped, from } = choose(turn, all, workFrom(now, calendar), now);
  const passed = skipped.map(({ name, why }) => `${name} ${why}`).join(', ');
  return [chosen?.name ?? 'nobody', passed && `not ${passed}`, from && `from ${from.toISOString()}`]
    .filter(Boolean)
    .join('; ');
}

const away = (awayFrom: string, awayUntil: string | null) => ({ awayFrom, awayUntil });
const eastward = { zone: 'Pacific/Auckland' };
const westward = { zone: 'Europe/London' };

const table: [what: string, given: Case, expected: string][] = [
  ['the first, before anybody had a turn', {}, 'Lan'],
  ['the one after whose turn it was', { last: 'Lan' }, 'Minh'],
  ['the first again after the last', { last: 'Tú' }, 'Lan'],
  ['the next after who has it and gives it away', { last: 'Minh', except: 'Minh' }, 'Tú'],
  ['not who has left', { people: { Lan: { active: false } } }, 'Minh; not Lan ended'],
  ['not who is away today', { people: { Lan: away('2026-11-16', '2026-11-18') } }, 'Minh; not Lan away'],
  ['who is back since today', { people: { Lan: away('2026-11-16', '2026-11-17') } }, 'Lan'],
  ['who leaves tomorrow', { people: { Lan: away('2026-11-19', '2026-11-20') } }, 'Lan'],
  ['not who is away without an end', { people: { Lan: away('2026-11-01', null) } }, 'Minh; not Lan away'],
  ['not who is full', { people: { Lan: { capacity: 2, open: 2 } } }, 'Minh; not Lan full'],
  ['who has room for one more', { people: { Lan: { capacity: 3, open: 2 } } }, 'Lan'],
  ['never who takes none', { people: { Lan: { capacity: 0 } } }, 'Minh; not Lan full'],
  ['who is at work in their own zone', { people: { Lan: westward } }, 'Minh; not Lan off'],
  [
    'nobody of all who are away or full',
    {
      people: {
        Lan: away('2026-11-01', null),
        Minh: { capacity: 1, open: 1 },
        Tú: { active: false },
      },
    },
    'nobody; not Lan away, Minh full, Tú ended',
  ],
  [
    'in the evening whose turn it is, from tomorrow',
    { at: evening, last: 'Lan' },
    'Minh; from 2026-11-19T01:00:00.000Z',
  ],
  [
    'in the evening not who is away tomorrow',
    { at: evening, people: { Lan: away('2026-11-19', '2026-11-19') } },
    'Minh; not Lan away; from 2026-11-19T01:00:00.000Z',
  ],
  [
    'in the evening who is at work elsewhere',
    { at: evening, people: { Tú: westward } },
    'Tú; not Lan off, Minh off',
  ],
  [
    'on a Saturday who is first on Monday',
    { at: saturday, people: { Minh: eastward } },
    'Minh; not Lan off; from 2026-11-22T19:00:00.000Z',
  ],
  [
    'the one with the fewest leads',
    { method: 'WORKLOAD', people: { Lan: { open: 3 }, Minh: { open: 1 }, Tú: { open: 2 } } },
    'Minh',
  ],
  [
    'of equals by turns',
    { method: 'WORKLOAD', last: 'Lan', people: { Minh: { open: 1 }, Lan: { open: 1 }, Tú: { open: 1 } } },
    'Minh',
  ],
  [
    'the one with the next fewest where that one is away',
    {
      method: 'WORKLOAD',
      people: { Lan: { open: 3 }, Minh: { open: 1, ...away('2026-11-01', '2026-12-02') }, Tú: { open: 2 } },
    },
    'Tú; not Minh away',
  ],
];

describe('a lead goes to', () => {
  it.each(table)('%s', (_what, given, expected) => expect(told(given)).toBe(expected));
});

const rule = (more: Partial<AssignmentRule>) => ({
  ...{
    id: 1,
    position: 1,
    region: null,
    industry: null,
    source: null,
    minEmployees: null,
    maxEmployees: null,
  },
  ...{ method: 'ROUND_ROBIN' as const, memberIds: [1], lastId: null },
  ...more,
});
const lead = (more: Partial<LeadFacts> = {}): LeadFacts => ({
  ...{ region: 'Miền Nam', industry: 'Xây dựng', source: 'website', employees: 120 },
  ...more,
});

describe('a rule', () => {
  it.each<[string, Partial<AssignmentRule>, Partial<LeadFacts>, boolean]>([
    ['without conditions fits any lead', {}, { region: null, industry: null, employees: null }, true],
    ['fits its region, without accents', { region: 'mien nam' }, {}, true],
    ['fits one of several regions', { region: 'Hà Nội, Miền Nam' }, {}, true],
    ['does not fit a region that is only like it', { region: 'Nam' }, { region: 'Việt Nam' }, false],
    ['does not fit a lead that does not say its region', { region: 'Miền Nam' }, { region: null }, false],
    ['fits its industry', { industry: 'xây dựng' }, {}, true],
    ['fits its source', { source: 'website' }, {}, true],
    ['does not fit another source', { source: 'referral' }, {}, false],
    ['fits from its least size on', { minEmployees: 120 }, {}, true],
    ['does not fit one smaller', { minEmployees: 121 }, {}, false],
    ['fits up to its largest size', { maxEmployees: 120 }, {}, true],
    ['does not fit one larger', { minEmployees: 10, maxEmployees: 119 }, {}, false],
    ['of a size does not fit a lead of unknown size', { maxEmployees: 10 }, { employees: null }, false],
    ['needs all its conditions', { region: 'Miền Nam', source: 'referral' }, {}, false],
  ])('%s', (_what, conditions, facts, expected) => {
    expect(fits(rule(conditions), lead(facts))).toBe(expected);
  });
});
