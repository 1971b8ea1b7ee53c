import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import type { Person } from '../../src/chat/platform.ts';
import { records } from '../../src/crm/changes/record.ts';
import { company, textOf } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

type Row = Record<string, unknown> & { id: number };
type Tables = Record<string, Map<number, Row>>;

/** What the machinery keeps for itself. */
const machinery = [
  '_prisma_migrations',
  'change',
  'change_entry',
  'import_run',
  'audit',
  'seen_event',
  'draft',
  'upload',
  'delivery',
  'job_run',
  'audit',
  'nudge',
  'word',
  'survey_round',
  'survey_answer',
];

describe('every change', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let admin: Person;
  let lan: Person;

  beforeAll(async () => {
    acme = await company(database);
  });

  async function begin() {
    await database.truncate();
    await acme.reset();
    admin = await acme.member('Bảo', 'admin');
    lan = await acme.member('Lan', 'rep', 'North');
    for (const line of [
      'company add Acme',
      'contact add Bình company:C-1',
      'deal add Một 500tr company:Acme',
      'deal add Hai 600tr',
      'deal won 2',
      'lead add Vy source:referral',
      'task add L-1 "Gọi lại" 31/12',
    ])
      expect(await acme.say(lan, line), line).toMatchObject({ ok: 'done' });
    await acme.db.identity.create({
      data: { platform: 'slack', userId: 'U9', name: 'Nga', requestedAt: acme.clock.now() },
    });
  }

  /** Every row of every table of the business, by table and id. */
  async function everything(): Promise<Tables> {
    const names = await acme.db.$queryRaw<{ name: string }[]>`
      SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`;
    const tables: Tables = {};
    for (const { name } of names) {
      if (machinery.includes(name)) continue;
      const rows = await acme.db.$queryRawUnsafe<{ row: Row }[]>(
        `SELECT to_jsonb(t) AS row FROM "${name}" t`,
      );
      tables[name] = new Map(rows.map(({ row }) => [row.id, row]));
    }
    return tables;
  }

  const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

  /** The rows that differ, as the change log should have them. */
  function differences(before: Tables, after: Tables) {
    const found: string[] = [];
    for (const [table, rows] of Object.entries(after))
      for (const id of new Set([...rows.keys(), ...(before[table]?.keys() ?? [])])) {
        const [was, is] = [before[table]?.get(id), rows.get(id)];
        const columns = Object.keys(was ?? is ?? {}).filter(
          (c) => JSON.stringify(was?.[c]) !== JSON.stringify(is?.[c]),
        );
        if (columns.length === 0) continue;
        const how = !was ? 'created' : !is ? 'deleted' : columns.map(camel).toSorted().join();
        found.push(`${camel(table)} ${id} ${how}`);
      }
    return found.toSorted();
  }

  async function noted(changeId: number) {
    const entries = await acme.db.changeEntry.findMany({ where: { changeId } });
    return entries
      .map(({ record, rowId, before, after }) => {
        const how =
          before === null
            ? 'created'
            : after === null
              ? 'deleted'
              : Object.keys(after as object)
                  .toSorted()
                  .join();
        return `${record} ${rowId} ${how}`;
      })
      .toSorted();
  }

  const channel = { channel: 'C1', private: false };
  let keys = 0;
  const inChannel = (person: Person, line: string) => {
    const plan = acme.chat.plan({ line }, person);
    if (plan.kind !== 'run') throw new Error(`${line}: ${JSON.stringify(plan)}`);
    keys += 1;
    return acme.chat.handle({
      key: `c:${keys}`,
      person,
      place: channel,
      command: plan.command,
      wire: plan.wire,
      replyTo: null,
    });
  };

  // By the admin where it begins with «!».
  const verbs = [
    'deal add Ba 5tr close:31/12 company:Acme contact:Bình source:website lead:Vy owner:Bảo stage:negotiation',
    'deal edit 1 title:Khác amount:$12k close:31/12 contact:P-1 source:website owner:Bảo',
    'deal move 1 negotiation reason:vì',
    'deal won 1',
    'deal lost 1 reason:giá',
    'deal reopen 2',
    'deal snooze 1 3',
    'lead add Nam source:website company:Acme email:a@b.vn phone:"0912 345 678" note:x owner:Bảo',
    'log call 1 "x" outcome:ok duration:15 at:yesterday',
    'log email P-1 "x"',
    'log meeting C-1 "x"',
    'log note L-1 "x"',
    'contact add Em company:Acme phone:"0912 345 678" email:a@b.vn jobTitle:CEO',
    'company add Beta industry:IT employees:5 website:b.vn taxCode:01 country:VN phone:"0912 345 678"',
    'task add D-1 "Gửi báo giá" 20/12 owner:Bảo',
    'task done V-1 outcome:ok',
    'task edit V-1 20/12 text:Khác owner:Bảo',
    '!digest subscribe pipeline at:08:30 days:daily',
    '!crm settings vi',
    '!crm stage "Quote sent" department:care stale:9',
    '!crm member Lan role:manager team:"Đội mới" active:no',
    '!crm admit 3 role:manager',
    '!crm admit 3 member:Lan',
    'me language:vi',
  ];

  describe('that is made', () => {
    beforeEach(begin);

    it.each(verbs)('by “%s” is in the log, row by row, and comes undone and back', async (said) => {
      const [person, line] = said.startsWith('!') ? [admin, said.slice(1)] : [lan, said];
      const before = await everything();
      const count = await acme.db.change.count();
      const answer = await inChannel(person, line);
      expect(answer, textOf(answer.card)).toMatchObject({ ok: 'done' });
      const after = await everything();
      const { id } = await acme.db.change.findFirstOrThrow({ orderBy: { id: 'desc' } });
      expect(await acme.db.change.count()).toBe(count + 1);
      expect(differences(before, after)).not.toEqual([]);
      expect(await noted(id)).toEqual(differences(before, after));

      const undone = await inChannel(admin, `undo ${id}`);
      expect(undone, textOf(undone.card)).toMatchObject({ ok: 'done' });
      const restored = await everything();
      expect(differences(before, restored).filter((row) => !/^stageEvent \d+ created$/.test(row))).toEqual(
        [],
      );
      const undo = await acme.db.change.findFirstOrThrow({ orderBy: { id: 'desc' } });
      expect(await noted(undo.id)).toEqual(differences(after, restored));
      const redone = await inChannel(admin, `undo ${undo.id}`);
      expect(redone, textOf(redone.card)).toMatchObject({ ok: 'done' });
      expect(differences(after, await everything())).toEqual([]);
    });

    it('names only tables that can be taken back', async () => {
      const tables = Object.keys(await everything()).map(camel);
      const fixed = ['pipeline'];
      expect(tables.filter((name) => !fixed.includes(name)).toSorted()).toEqual([...records].toSorted());
    });

    it('ends a subscription and begins it again', async () => {
      await inChannel(admin, 'digest subscribe');
      const before = await everything();
      await inChannel(admin, 'digest stop');
      await inChannel(admin, 'undo');
      expect(differences(before, await everything())).toEqual([]);
    });
  });

  // A mistake of a person each, with a piece of the sentence that they are told.
  const mistakes: [string, string][] = [
    ['deal add Acme', 'fill this in'],
    ['deal add Acme 1.2', 'decimals|of what|may be'],
    ['deal add Acme amount:abc', 'not an amount'],
    ['deal add Acme -5tr', 'negative'],
    ['deal add Acme 5tr close:30/2', 'no such day'],
    ['deal add Acme 5tr close:someday', 'day'],
    ['deal add Acme 5tr company:Nichts', 'found nothing'],
    ['deal add Acme 5tr stage:won', 'starts in an open stage'],
    ['deal add Acme 5tr owner:Nobody', 'found nothing'],
    [`deal add ${'a'.repeat(121)} 5tr`, 'shorten this to 120'],
    ['deal edit 1 amount:500tr', 'Nothing would change'],
    ['deal edit 99 amount:500tr', 'found nothing'],
    ['deal move 1 New lead', 'already in New lead'],
    ['deal move 1 nowhere', 'found nothing'],
    ['deal reopen 1', 'is open'],
    ['deal won 2', 'already in Won'],
    ['deal snooze 2 3', 'D-2|“Hai”'],
    ['deal snooze 1 0', 'whole number'],
    ['deal won "!!!"', 'found nothing'],
    ['log note 99 "x"', 'found nothing'],
    ['log call 1 "x" at:tomorrow', 'future'],
    ['log call 1 "x" duration:never', 'length of time'],
    [`log note 1 "${'a'.repeat(2001)}"`, 'shorten this to 2000'],
    ['task add 99 "x" 31/12', 'found nothing'],
    ['task add 1 "x" 1/1/2020', 'today or later'],
    ['task add 1 "x" due:someday', 'day'],
    ['task add 1 "x" 31/12 owner:Nobody', 'found nothing'],
    ['task edit 1 31/12', 'Nothing would change'],
    ['task edit 1 1/1/2020', 'today or later'],
    ['task done 99', 'found nothing'],
    ['lead add Nam source:moon', 'not one of the choices'],
    ['lead add Nam source:website email:nobody', 'e-mail'],
    ['lead add Nam source:website phone:12', 'phone'],
    ['company add "CÔNG TY TNHH acme"', 'This may be here already'],
    ['company show Nichts', 'found nothing'],
    ['undo 99', 'no change number 99'],
    ['digest subscribe', 'role does not allow'],
    ['crm member Lan role:admin', 'role does not allow'],
    ['!crm member Bảo role:rep', 'remain an admin'],
    ['crm stage negotiation care', 'role does not allow'],
    ['!crm stage negotiation sales', 'Nothing would change'],
    ['!crm stage negotiation stale:0', 'whole number'],
    ['!crm stage won stale:5', 'only open stages'],
    ['!crm admit 99', 'no longer exists'],
    ['!digest stop', 'No such digest'],
    ['pipelin', 'Did you mean'],
    ['xyzzy', 'do not know'],
    ['deal add Acme 5tr close:31/12 close:30/12', 'twice'],
  ];

  describe('that is refused', () => {
    // Nothing changes, so all can be made in one company.
    beforeAll(begin);

    it.each(mistakes)('is made by no mistake: “%s”', async (said, sentence) => {
      const [person, line] = said.startsWith('!') ? [admin, said.slice(1)] : [lan, said];
      const before = await everything();
      const count = await acme.db.change.count();
      const plan = acme.chat.plan({ line }, person);
      const answer = plan.kind === 'run' ? await inChannel(person, line) : null;
      if (answer) expect(answer).toMatchObject({ ok: 'refused', visibility: 'private' });
      const told = answer
        ? answer.card
        : plan.kind === 'ask'
          ? await acme.chat.open(plan.form, { person, place: channel })
          : plan;
      const shown =
        plan.kind === 'ask' ? `${textOf(told)}${textOf(await submitted(person, line))}` : textOf(told);
      expect(shown).toMatch(new RegExp(sentence));
      expect(differences(before, await everything())).toEqual([]);
      expect(await acme.db.change.count()).toBe(count);
      expect(await acme.db.delivery.count()).toBe(0);
    });
  });

  /** The form as it came up, sent back as it is. */
  async function submitted(person: Person, line: string): Promise<Card | null> {
    const plan = acme.chat.plan({ line }, person);
    if (plan.kind !== 'ask') return null;
    const wire = Object.fromEntries(plan.form.fields.map((field) => [field.name, field.value ?? '']));
    keys += 1;
    const { command, carried } = plan.form;
    const answer = await acme.chat.handle({
      key: `f:${keys}`,
      person,
      place: channel,
      command,
      wire: { ...carried, ...wire },
      replyTo: null,
    });
    expect(answer.ok).toBe('refused');
    return answer.card;
  }
});
