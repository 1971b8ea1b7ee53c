import { describe, expect, it } from 'vitest';
import { slackApp } from './slack.ts';

const { boss, db, drop, press, words } = await slackApp();

const csv = 'Tên công ty,Ngành,Mức nợ\nSao Mai,IT,5\nThép Việt,Xây dựng,\n';

describe('a file dropped on the bot in Slack', () => {
  it('is recognised, tried, imported as one change, and taken back, by buttons', async () => {
    const look = await drop(boss, 'khách.csv', csv);
    expect(words(look)).toContain('khách.csv: 2 rows, Companies');
    expect(words(look)).toContain('UTF-8');
    expect(words(look)).toContain('Mức nợ');
    expect(words(look)).toContain('not used');
    const checked = await press(boss, look, 'Dry run');
    expect(words(checked)).toContain('nothing was written');
    expect(await db.company.count()).toBe(0);
    const ran = await press(boss, checked, 'Import');
    expect(words(ran)).toContain('khách.csv was imported');
    expect(ran.ts).toBe(checked.ts);
    expect(await db.company.count()).toBe(2);
    await press(boss, ran, 'Undo');
    expect(await db.company.count()).toBe(0);
  });
});
