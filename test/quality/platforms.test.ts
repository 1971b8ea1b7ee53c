import { describe, expect, it } from 'vitest';
import { inputs, wordsIn } from '../discord/bot.ts';
import { startDiscord } from '../emulators/discord/index.ts';
import { shown, startSlack } from '../emulators/slack/index.ts';
import { wholeBot } from '../support/app.ts';

const [slack, discord] = await Promise.all([startSlack(), startDiscord()]);
const app = await wholeBot({ slack, discord });

const created = new Date('2026-09-21T03:00:00Z');

/** A deal without an expected close, as it has been for ten days on the first working day of October 2026. */
async function deal(title: string, ownerId: number | null): Promise<number> {
  const { prisma } = app.database;
  const stage = await prisma.stage.findFirstOrThrow({ where: { kind: 'OPEN' }, orderBy: { id: 'asc' } });
  const { id } = await prisma.deal.create({
    data: {
      ...{ title, folded: title.toLowerCase(), currency: 'VND', pipelineId: stage.pipelineId, ownerId },
      ...{ source: 'website', createdAt: created },
      events: { create: { stageId: stage.id, at: created } },
    },
  });
  return id;
}
const closeOf = async (id: number) =>
  (await app.database.prisma.deal.findUniqueOrThrow({ where: { id } })).expectedCloseOn;

/** The label of the button that begins so. */
function labelIn({ body }: { readonly body: object }, begin: string): string {
  const label = JSON.stringify(body)
    .split('"')
    .find((text) => text.startsWith(begin));
  if (!label) throw new Error(`no button «${begin}»`);
  return label;
}

describe('the audit and the walk', () => {
  it('come to a channel of Slack and to whoever answers for the data, who mends what was found by buttons', async () => {
    const { prisma } = app.database;
    const boss = slack.person('Sếp', { email: 'boss@example.com' });
    const lan = slack.person('Lan', { email: 'lan@example.com' });
    const sales = slack.channel('sales');
    const { id: memberId } = await prisma.member.create({
      data: {
        name: 'Lan',
        folded: 'lan',
        identities: { create: { platform: 'slack', userId: lan.id, name: 'Lan' } },
      },
    });
    const id = await deal('Kho', memberId);
    await boss.slash('/crm', 'audit responsible:Lan at:08:30', sales);
    const set = await slack.until(() => slack.messages(sales).find(({ bot }) => bot));
    expect(shown(set.body)).toContain('Lan answers for the data');
    const setting = await prisma.setting.findFirstOrThrow();
    const value = setting.value as { post: object };
    await prisma.setting.update({
      where: { id: setting.id },
      data: { value: { ...value, post: { ...value.post, since: created.toISOString() } } },
    });
    for (const minute of ['01:30', '01:31']) await app.jobs.tick(new Date(`2026-10-01T${minute}:00Z`));
    await app.courier.deliver();
    const inChannel = slack.messages(sales).filter((message) => message !== set && message.bot);
    expect(inChannel).toHaveLength(1);
    expect(JSON.stringify(inChannel[0]?.body)).toContain(`"user_id":"${lan.id}"`);
    const told = await slack.until(() => slack.messages(lan.im).find(({ bot }) => bot));
    expect(shown(told.body)).toContain('You answer for the data');
    await lan.click(told, 'No expected close (1)');
    const stop = await slack.until(() => slack.messages(lan.im).find((one) => one.bot && one !== told));
    expect(shown(stop.body)).toContain('Kho');
    await lan.click(stop, labelIn(stop, '+7 days'));
    await slack.until(() => slack.messages(lan.im).filter(({ bot }) => bot).length === 3);
    expect(await closeOf(id)).not.toBeNull();
    await lan.click(stop, 'Finish');
    await slack.until(() => stop.edited > 0);
    expect(shown(stop.body)).toContain('All done: No expected close');
  });

  it('is asked for on Discord, and goes on in place', async () => {
    const boss = discord.addPerson('Giám đốc', { admin: true });
    await boss.slash('me').message();
    const ids = [await deal('Xưởng', 1), await deal('Nhà máy', 1)];
    const score = await boss.slash('crm quality').message();
    expect(wordsIn(score)).toContain('Data quality');
    const stop = await boss.press(score, 'No expected close (2)').message();
    expect(wordsIn(stop)).toContain('Xưởng');
    await boss.press(stop, labelIn(stop, '+30 days')).message();
    expect(await closeOf(ids[0] as number)).not.toBeNull();
    await boss.press(stop, 'Next (1 more)').updated();
    expect(wordsIn(stop)).toContain('Nhà máy');
    const form = boss.press(stop, 'Another day');
    await form.modal();
    await boss.press(stop, 'Finish').updated();
    expect(wordsIn(stop)).toContain('No expected close: 1 left');
  });

  it('asks on Discord, in the five fields that a form has there, for what a company lacks', async () => {
    const { prisma } = app.database;
    const boss = discord.addPerson('Sếp lớn', { admin: true });
    await boss.slash('me').message();
    const { id } = await prisma.company.create({
      data: { name: 'Gỗ Á', folded: 'go a', email: 'go@a.vn', ownerId: 1, createdAt: created },
    });
    const score = await boss.slash('crm quality').message();
    const stop = await boss.press(score, 'No industry, region or size (1)').message();
    const form = boss.press(stop, 'Add industry, region, size');
    const asked = inputs(await form.modal()).map((input) => input.custom_id);
    expect(asked.slice(0, 4)).toEqual(['industry', 'region', 'employees', 'revenue']);
    await (await boss.submit(form, { region: 'Nam', employees: '40' })).message();
    expect(await prisma.company.findUnique({ where: { id } })).toMatchObject({
      ...{ name: 'Gỗ Á', email: 'go@a.vn', region: 'Nam', employees: 40, industry: null },
    });
    await boss.press(stop, 'Finish').updated();
    expect(wordsIn(stop)).toContain('All done: No industry, region or size');
  });
});
