import { describe, expect, it } from 'vitest';
import { wordsIn } from '../discord/bot.ts';
import { startDiscord } from '../emulators/discord/index.ts';
import { shown, startSlack } from '../emulators/slack/index.ts';
import { wholeBot } from '../support/app.ts';

const [slack, discord] = await Promise.all([startSlack(), startDiscord()]);
const app = await wholeBot({ slack, discord });
const companyOf = async (title: string) =>
  (await app.database.prisma.deal.findFirst({ where: { title }, include: { company: true } }))?.company?.name;

describe('a company that is new', () => {
  it('is chosen in a form on Slack as the last of the list, or pressed where a line did not find it', async () => {
    const boss = slack.person('Sếp', { email: 'boss@example.com' });
    await boss.slash('/deal', 'add');
    await slack.until(() => boss.modal);
    const option = (await boss.suggest('company~0', 'Acme')).at(-1);
    expect(option).toMatchObject({ value: 'new: Acme', text: { text: 'New company: Acme' } });
    await boss.submit({ 'title~0': 'Kho', 'amount~0': '5tr', 'company~0': 'New company: Acme' });
    const made = await slack.until(() => slack.messages(boss.im).find(({ bot }) => bot));
    expect([shown(made.body), await companyOf('Kho')]).toEqual([expect.stringContaining('Acme'), 'Acme']);

    await boss.slash('/deal', 'add Cẩu 5tr company:Borealis');
    const told = await slack.until(() =>
      slack.messages(boss.im).find(({ body }) => shown(body).includes('I found nothing')),
    );
    await boss.click(told, 'New company: Borealis');
    await slack.until(() => slack.messages(boss.im).find(({ body }) => shown(body).includes('Cẩu')));
    expect(await companyOf('Cẩu')).toBe('Borealis');
  });

  it('is asked about in a message where a form on Slack names it, or would make a second one', async () => {
    const boss = slack.person('Sếp', { email: 'boss@example.com' });
    const told = (text: string) =>
      slack.until(() => slack.messages(boss.im).find(({ body }) => shown(body).includes(text)));
    await boss.slash('/deal', 'add Thuê cẩu 1,2 tỷ cty Cảng Xanh');
    await slack.until(() => boss.modal);
    await boss.submit();
    expect(boss.modal).toBeUndefined();
    await boss.click(await told('I found nothing for “Cảng Xanh”'), 'New company: Cảng Xanh');
    await told('Thuê cẩu');
    expect(await companyOf('Thuê cẩu')).toBe('Cảng Xanh');

    await boss.slash('/deal', 'add Bến');
    await slack.until(() => boss.modal);
    await boss.submit({ 'amount~0': '5tr', 'company~0': 'new: ACME' });
    await boss.click(await told('may be one we have'), 'C-1 Acme');
    await told('Bến');
    expect(await companyOf('Bến')).toBe('Acme');
  });

  it('is chosen on Discord while a command is typed, pressed, or named in a form as it is called', async () => {
    const boss = discord.addPerson('Giám đốc', { admin: true });
    const choices = await boss.type('deal add', 'company', { company: 'Sao Mai' }).choices();
    expect(choices.at(-1)).toEqual({ name: 'New company: Sao Mai', value: 'new: Sao Mai' });
    const company = choices.at(-1)?.value ?? '';
    await boss.slash('deal add', { title: 'Xưởng', amount: '5tr', company }).message();
    expect(await companyOf('Xưởng')).toBe('Sao Mai');

    const told = await boss.slash('deal add', { title: 'Bãi', amount: '5tr', company: 'Hải Âu' }).followup();
    expect(wordsIn(told)).toContain('I found nothing for “Hải Âu”');
    await boss.press(told, 'New company: Hải Âu').message();
    expect(await companyOf('Bãi')).toBe('Hải Âu');

    const asked = boss.slash('deal add', { title: 'Cảng', amount: 'nhiều' });
    await (await boss.submit(asked, { amount: '5tr', company: 'New company: Biển Xanh' })).message();
    expect(await companyOf('Cảng')).toBe('Biển Xanh');
  });
});
