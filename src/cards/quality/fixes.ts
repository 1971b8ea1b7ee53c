import type { Action } from '../../chat/card.ts';
import { askKey, seenKey, thenKey, type Wire } from '../../chat/wire.ts';
import { code, type Kind } from '../../crm/codes.ts';
import { sources } from '../../crm/leads/sources.ts';
import type { Translator } from '../../i18n/index.ts';
import { addDays, type Day, formatDay } from '../../lib/dates/index.ts';
import type { Rule } from '../../metrics/quality/rules.ts';
import { newTask, sourceText } from '../parts.ts';
import { convertAction, mergeAction } from '../twins.ts';
import type { Stop } from './finding.ts';

/** What the buttons that mend a record depend on. */
export interface Mending {
  /** Whether the asker may change it. */
  readonly changes: boolean;
  /** Whether the asker may log on it and promise something, as whoever sees a record may but for those who only look. */
  readonly logs: boolean;
  /** The member who asks. */
  readonly memberId: number | null;
  readonly today: Day;
  /** The record's latest change that was seen: what somebody else has set since is not overwritten. */
  readonly seen: number;
  /** The state that a deal or lead was seen in: a stage event, a status. */
  readonly state: string | null;
  /** The likely twins that are there to be seen: those of its kind, the oldest first, then a contact that a lead is. */
  readonly twins: readonly {
    readonly kind: Kind;
    readonly code: string;
    readonly name: string;
    readonly changes: boolean;
  }[];
}

/** Twins that buttons are offered for. */
const most = 2;

/** Exactly the buttons that mend what is wrong, and the asker may press; their answers lead on to what `then` says. */
export function fixes(t: Translator, stop: Stop, then: string): Action[] {
  const { kind, id, rule, changes } = stop;
  const logs: Action[] =
    rule === 'untouched' && stop.logs
      ? [{ label: t('action.log'), command: 'log.call', wire: { record: code(kind, id) } }]
      : [];
  const next = rule === 'no_next' && stop.logs ? [newTask(t, 'action.next_task', { kind, id })] : [];
  const all = [...logs, ...next, ...(changes ? byRule[rule](t, stop) : [])];
  return all.map((action) => ({ ...action, wire: { ...action.wire, [thenKey]: then } }));
}

const byRule: Record<Rule, (t: Translator, stop: Stop) => Action[]> = {
  no_owner: (t, stop) => [
    ...(stop.memberId === null
      ? []
      : [edit(stop, t('quality.fix.take'), { owner: `m${stop.memberId}` }, 'primary')]),
    ...(stop.kind === 'lead'
      ? [{ label: t('quality.fix.by_rules'), command: 'lead.assign', wire: { lead: String(stop.id) } }]
      : []),
    form(stop, t('action.assign')),
  ],
  no_contact: (t, stop) => [{ ...form(stop, t('quality.fix.contact')), style: 'primary' }],
  no_profile: (t, stop) => [
    {
      ...form(stop, t('quality.fix.profile'), [stop.kind, 'industry', 'region', 'employees', 'revenue']),
      style: 'primary',
    },
  ],
  no_source: (t, stop) => [
    ...sources.map((source) => edit(stop, sourceText(t, source), { source })),
    form(stop, t('action.edit')),
  ],
  no_close: closes,
  close_passed: (t, stop) => [...closes(t, stop), ...ends(t, stop)],
  // Whoever sees a record may promise something: see above.
  no_next: () => [],
  untouched: (t, stop) =>
    stop.kind === 'lead'
      ? [{ label: t('action.disqualify'), command: 'lead.disqualify', wire: stateOf(stop), style: 'danger' }]
      : [{ label: t('action.move'), command: 'deal.move', wire: stateOf(stop) }, ...ends(t, stop)],
  duplicate: (t, { kind, id, twins }) =>
    twins
      .filter((twin) => twin.changes)
      .slice(0, most)
      .flatMap((twin) => [
        twin.kind === kind
          ? mergeAction(t, { keep: code(kind, id), other: twin.code })
          : convertAction(t, { lead: code(kind, id), contact: twin.code }),
        {
          label: t('quality.fix.distinct', { other: twin.code }),
          command: 'crm.distinct',
          wire: { record: code(kind, id), other: twin.code },
        },
      ]),
};

/** Sets a field at once, unless somebody else has set it since it was seen. */
function edit(stop: Stop, label: string, said: Wire, style?: Action['style']): Action {
  const { kind, id, seen } = stop;
  const wire = { [kind]: String(id), ...said, [seenKey]: String(seen) };
  return { label, command: `${kind}.edit`, wire, ...(style && { style }) };
}

/** Opens the form that edits it, with some of its fields first. */
const form = ({ kind, id }: Stop, label: string, first: readonly string[] = []): Action => ({
  label,
  command: `${kind}.edit`,
  wire: { [kind]: String(id), [askKey]: first.join(' ') || '1' },
});

function closes(t: Translator, stop: Stop): Action[] {
  const later = [7, 30].map((days) => {
    const day = addDays(stop.today, days);
    return edit(stop, t('quality.fix.close', { days, day: formatDay(day, t.locale) }), { close: day });
  });
  return [...later, form(stop, t('quality.fix.other_day'))];
}

const ends = (t: Translator, stop: Stop): Action[] => [
  { label: t('action.won'), command: 'deal.won', wire: stateOf(stop) },
  { label: t('action.lost'), command: 'deal.lost', wire: stateOf(stop), style: 'danger' },
];

const stateOf = ({ kind, id, state }: Stop): Wire => ({
  [kind]: String(id),
  ...(state !== null && { from: state }),
});
