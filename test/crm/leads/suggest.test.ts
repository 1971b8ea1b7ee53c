import { describe, expect, it } from 'vitest';
import { further, reached } from '../../../src/crm/leads/states.ts';
import { type Findings, suggest } from '../../../src/crm/leads/suggest.ts';

const today = '2026-11-18';
const nothing: Findings = { need: null, interest: null, budget: null, decisionOn: null, authority: null };
const wanted = { need: 'Kho lạnh', interest: 'high' };
const soon = { decisionOn: new Date('2027-05-20') };

describe('what the answers suggest', () => {
  it.each<[string, Partial<Findings>, string, string]>([
    ['nothing is known', {}, 'WORKING', 'need interest budget decision authority'],
    ['a need alone', { need: 'Kho lạnh' }, 'WORKING', 'interest budget decision authority'],
    ['interest alone', { interest: 'high' }, 'WORKING', 'need budget decision authority'],
    [
      'a need and little interest',
      { ...wanted, interest: 'low' },
      'WORKING',
      'interest budget decision authority',
    ],
    ['all but need', { interest: 'high', budget: '5', ...soon, authority: 'decides' }, 'WORKING', 'need'],
    ['need and interest', wanted, 'MQL', 'budget decision authority'],
    ['medium interest', { ...wanted, interest: 'medium' }, 'MQL', 'budget decision authority'],
    ['one of the three', { ...wanted, budget: '500000000' }, 'MQL', 'decision authority'],
    ['budget and day', { ...wanted, budget: '5', ...soon }, 'SQL', 'authority'],
    ['budget and say', { ...wanted, budget: '5', authority: 'influences' }, 'SQL', 'decision'],
    ['day and say', { ...wanted, ...soon, authority: 'decides' }, 'SQL', 'budget'],
    ['everything', { ...wanted, budget: '5', ...soon, authority: 'decides' }, 'SQL', ''],
    ['a budget of nothing', { ...wanted, budget: '0', authority: 'decides' }, 'MQL', 'budget decision'],
    ['a say of none', { ...wanted, budget: '5', authority: 'none' }, 'MQL', 'decision authority'],
    ['a say not known', { ...wanted, budget: '5', authority: 'unknown' }, 'MQL', 'decision authority'],
    ['a decision today', { ...wanted, budget: '5', decisionOn: new Date(today) }, 'SQL', 'authority'],
    [
      'a decision that has passed',
      { ...wanted, budget: '5', decisionOn: new Date('2026-11-17') },
      'MQL',
      'decision authority',
    ],
    [
      'a decision too far away',
      { ...wanted, budget: '5', decisionOn: new Date('2027-05-21') },
      'MQL',
      'decision authority',
    ],
    [
      'no interest, whatever else',
      { ...wanted, interest: 'none', budget: '5', ...soon },
      'DISQUALIFIED',
      'interest authority',
    ],
  ])('%s', (_, findings, status, lacks) => {
    const suggestion = suggest({ ...nothing, ...findings }, today);
    expect([suggestion.status, suggestion.lacks.join(' ')]).toEqual([status, lacks]);
    expect(suggestion.has.length + suggestion.lacks.length).toBe(5);
  });
});

describe('the milestones of a lead', () => {
  const [then, now] = [new Date('2026-11-01'), new Date('2026-11-18')];
  const none = { mqlAt: null, sqlAt: null, convertedAt: null, disqualifiedAt: null };

  it('are reached with the later state, and stay what they were', () => {
    expect(reached(none, 'WORKING', now)).toEqual({});
    expect(reached(none, 'MQL', now)).toEqual({ mqlAt: now });
    expect(reached({ ...none, mqlAt: then }, 'SQL', now)).toEqual({ mqlAt: then, sqlAt: now });
    expect(reached(none, 'CONVERTED', now)).toEqual({ mqlAt: now, sqlAt: now, convertedAt: now });
    expect(reached({ ...none, mqlAt: then }, 'DISQUALIFIED', now)).toEqual({ disqualifiedAt: now });
    expect(reached({ ...none, disqualifiedAt: then }, 'DISQUALIFIED', now)).toEqual({ disqualifiedAt: then });
  });

  it('say who is further on; who was disqualified is nowhere', () => {
    expect(further('SQL', 'MQL')).toBe('SQL');
    expect(further('NEW', 'WORKING')).toBe('WORKING');
    expect(further('DISQUALIFIED', 'WORKING')).toBe('WORKING');
  });
});
