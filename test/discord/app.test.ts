import { describe, expect, it } from 'vitest';
import { startDiscord } from '../emulators/discord/index.ts';
import { wholeBot } from '../support/app.ts';
import { wordsIn } from './bot.ts';

const discord = await startDiscord();
await wholeBot({ discord });

describe('the whole bot on Discord', () => {
  it('carries a deal from a command to its card, a move by button the pipeline with its picture and the list as a file', async () => {
    const boss = discord.addPerson('Sếp', { admin: true });
    const card = await boss.slash('deal add', { title: 'Gia hạn @everyone', amount: '1,2 tỷ' }).message();
    expect(wordsIn(card)).toContain('Gia hạn \\@everyone');
    expect(card.pings.everyone).toBe(false);
    const asked = boss.press(card, 'Move');
    await asked.modal();
    const choices = await boss.type('deal show', 'deal', { deal: 'gia han' }).choices();
    expect(choices[0]?.name).toContain('Gia hạn @everyone');
    const pipeline = await boss.slash('pipeline').message();
    expect([...pipeline.files.keys()]).toEqual([expect.stringMatching(/\.png$/)]);
    const listed = await boss.slash('deal list').message();
    const { files } = await boss.press(listed, 'Export CSV').message();
    expect([...files.values()].join()).toContain('Gia hạn @everyone');
  });

  it('lets a new member ask to join and an admin let them in, by buttons', async () => {
    const boss = discord.addPerson('Giám đốc', { admin: true });
    await boss.slash('me').message();
    const an = discord.addPerson('An');
    const refused = await an.slash('me').message();
    expect(refused.ephemeralFor).toBe(an.user.id);
    await an.press(refused, 'Ask to join').updated();
    const users = await boss.slash('crm users').message();
    await boss.press(users, 'Let An in').updated();
    const made = await an.slash('deal add', { title: 'Sao Mai', amount: '500tr' }).message();
    expect(wordsIn(made)).toContain('Sao Mai');
  });
});
