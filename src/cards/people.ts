import type { Action, Card } from '../chat/card.ts';
import type { MemberList } from '../crm/people/members.ts';
import type { Key, Translator } from '../i18n/index.ts';
import { formatDay } from '../lib/dates/index.ts';
import { actions } from './parts.ts';

/** Platforms are proper names. */
const called = (platform: string) => platform.charAt(0).toUpperCase() + platform.slice(1);

const admitAction = (t: Translator, id: number, name: string): Action => ({
  label: t('action.admit', { name }),
  style: 'primary',
  command: 'crm.admit',
  wire: { person: String(id) },
  replace: true,
});

/** Who is in; for an admin, with the requests to join on top. */
export function usersCard(t: Translator, { members, waiting }: MemberList, admin: boolean): Card {
  return {
    title: [t('users.title', { count: members.filter((member) => member.active).length })],
    blocks: [
      ...waiting.flatMap((who) => [
        {
          kind: 'text',
          text: [t('users.waiting', { name: who.name, platform: called(who.platform) })],
        } as const,
        ...(admin ? actions(admitAction(t, who.id, who.name)) : []),
      ]),
      {
        kind: 'table',
        columns: [
          { label: t('field.name'), align: 'left' },
          { label: t('field.role'), align: 'left' },
          { label: t('field.team'), align: 'left' },
          { label: t('field.active'), align: 'left' },
          { label: t('help.group.lead'), align: 'right' },
        ],
        rows: members.map((member) => [
          [member.name],
          [t.say(`choice.role.${member.role.toLowerCase()}` as Key)],
          [member.team?.name ?? '–'],
          [standing(t, member)],
          [member.capacity === null ? String(member.leads) : `${member.leads}/${member.capacity}`],
        ]),
      },
      ...actions(
        { label: t('title.crm.member'), command: 'crm.member', wire: {} },
        { label: t('title.crm.permissions'), command: 'crm.permissions', wire: {} },
      ),
    ],
  };
}

function standing(t: Translator, { active, away }: MemberList['members'][number]): string {
  if (!active) return t('choice.active.no');
  if (!away) return t('choice.active.yes');
  return t('users.away', { from: formatDay(away.from, t.locale), to: formatDay(away.to, t.locale) });
}

/** What an admin gets when somebody asks to be let in. */
export function joinRequestCard(t: Translator, who: { id: number; name: string; platform: string }): Card {
  return {
    title: [t('join.request', { name: who.name, platform: called(who.platform) })],
    blocks: actions(admitAction(t, who.id, who.name)),
  };
}

/** What somebody gets who is not let in: how to ask, or that they cannot. */
export function strangerCard(
  t: Translator,
  who: { name: string; email?: string; outsider: boolean; waiting: boolean; asks: boolean },
): Card {
  if (!who.asks)
    return { title: [t('join.unknown', { email: who.email ?? who.name })], tone: 'warn', blocks: [] };
  if (who.outsider) return { title: [t('join.outsider')], tone: 'warn', blocks: [] };
  if (who.waiting) return { title: [t('join.waiting')], blocks: [] };
  return {
    title: [t('join.title')],
    blocks: [
      { kind: 'text', text: [t('join.how')] },
      ...actions({
        label: t('action.join'),
        style: 'primary',
        command: 'crm.join',
        wire: {},
        replace: true,
      }),
    ],
  };
}
