import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../src/chat/platform.ts';
import { company, textOf } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

describe('open tasks by when they are due', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let lan: Person;
  const title = async (line: string) => textOf((await acme.say(lan, line)).card.title);

  beforeAll(async () => {
    acme = await company(database);
    [lan] = [await acme.member('Lan', 'rep', 'North'), await acme.member('Tú', 'rep', 'North')];
    const days = [20, 21, 22, 23, 24, 25, 26, 27];
    const tasks = days.map((day) => `task add D-1 "Việc ${day}" ${day}/11`);
    for (const line of ['deal add Kho 5tr', ...tasks, 'task add D-1 "Của Tú" 19/11 owner:Tú'])
      expect(await acme.say(lan, line), line).toMatchObject({ ok: 'done' });
    // A Sunday: the week ends today.
    acme.clock.pass(4);
  });

  it.each([
    ['task list overdue', 2],
    ['tasks late', 2],
    ['việc quá hạn', 2],
    ['tasks today', 3],
    ['việc hôm nay', 3],
    ['task list this week', 3],
    ['việc tuần này', 3],
    ['task list overdue all', 3],
    ['task list due:overdue owner:Tú', 1],
  ])('%s: %d', async (line, count) => expect(await title(line)).toContain(`"${count} task`));

  it('go on page by page with the same days, which move on with the week', async () => {
    acme.clock.pass(1);
    const { card } = await acme.say(lan, 'tasks this week');
    expect(textOf(card.title)).toContain('8 tasks');
    const buttons = card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
    expect(buttons.find(({ label }) => label === 'More')?.wire).toEqual({ due: 'week', page: '2' });
  });
});
