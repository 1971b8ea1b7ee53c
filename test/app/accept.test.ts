import { describe, expect, it } from 'vitest';
import { wordsIn } from '../discord/bot.ts';
import { startDiscord } from '../emulators/discord/index.ts';
import { shown, startSlack } from '../emulators/slack/index.ts';
import { wholeBot } from '../support/app.ts';

const [slack, discord] = await Promise.all([startSlack(), startDiscord()]);
const app = await wholeBot({ slack, discord });

/** A rep who is known on one platform. */
const rep = (name: string, platform: string, userId: string) =>
  app.database.prisma.member.create({
    data: { name, folded: name.toLowerCase(), identities: { create: { platform, userId, name } } },
  });
const lead = (id: number) => app.database.prisma.lead.findUniqueOrThrow({ where: { id } });

describe('a lead that somebody was given', () => {
  it('comes to them as a direct message on Slack, and one press accepts it', async () => {
    const boss = slack.person('Sếp', { email: 'boss@example.com' });
    const lan = slack.person('Lan', { email: 'lan@example.com' });
    await rep('Lan', 'slack', lan.id);
    await boss.slash('/lead', 'add "Sao Mai" source:website owner:Lan');
    await slack.until(() => slack.messages(boss.im).find(({ bot }) => bot));
    await app.courier.deliver();
    const told = await slack.until(() => slack.messages(lan.im).find(({ bot }) => bot));
    expect(shown(told.body)).toContain('Sếp has given you this lead');
    await lan.click(told, 'Accept');
    await slack.until(() => told.edited > 0);
    expect(shown(told.body)).toContain('Accepted. Good luck!');
    expect((await lead(1)).acceptedAt).not.toBeNull();
    expect(slack.messages(lan.im).filter(({ bot }) => bot)).toHaveLength(1);
  });

  it('comes to them on Discord, where what was accepted or taken away since is told to who presses', async () => {
    const boss = discord.addPerson('Giám đốc', { admin: true });
    const an = discord.addPerson('An');
    await rep('An', 'discord', an.user.id);
    await boss.slash('lead add', { name: 'Hoàng Long', source: 'website', owner: 'An' }).message();
    await app.courier.deliver();
    const told = [...discord.store.messages.values()].find((message) =>
      wordsIn(message).includes('has given you'),
    );
    if (!told) throw new Error('nobody was told');
    await boss.slash('lead assign', { lead: 'L-2', to: 'Giám đốc' }).message();
    expect(wordsIn(await an.press(told, 'Accept').followup())).toContain('found nothing');
    await boss.slash('undo').message();
    await an.press(told, 'Accept').updated();
    expect(wordsIn(told)).toContain('Accepted. Good luck!');
    expect((await lead(2)).acceptedAt).not.toBeNull();
  });
});
