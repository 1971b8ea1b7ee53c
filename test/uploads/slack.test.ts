import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { Message } from '../emulators/slack/index.ts';
import { list, str } from '../emulators/slack/json.ts';
import { slackApp } from './slack.ts';

const { boss, db, drop, press, words, said, slack, answerTo } = await slackApp();

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

  it('pressed twice is imported once, and its undo stays where it is', async () => {
    const look = await drop(boss, 'twice.csv', csv);
    const before = said(boss).length;
    await Promise.all([boss.click(look, 'Import'), boss.click(look, 'Import')]);
    const told = await slack.until(() => said(boss)[before]);
    expect(words(told)).toContain('imported already');
    const ran = await slack.until(() => words(look).includes('twice.csv was imported') && look);
    expect(await db.company.count()).toBe(2);
    await press(boss, ran, 'Undo');
    expect(await db.company.count()).toBe(0);
  });

  it('is mapped in a form, whose slips stay in it', async () => {
    const look = await drop(boss, 'khách.csv', csv);
    await boss.click(look, 'Change columns');
    await slack.until(() => JSON.stringify(boss.modal?.body ?? '').includes('Mức nợ'));
    await boss.submit({ 'map~1': 'robots = Ngành' });
    expect(JSON.stringify(boss.modal?.errors)).toContain('There is no field “robots”');
    const mapped = await answerTo(boss, () => boss.submit({ 'map~1': 'name = Ngành\n= Tên công ty' }));
    expect(boss.modal).toBeUndefined();
    expect(mapped.ts).toBe(look.ts);
    await press(boss, mapped, 'Import');
    expect(await db.company.findFirst({ where: { name: 'Xây dựng' } })).not.toBeNull();
  });

  it('has its rejected rows sent to the direct messages, by the dry run and by its result', async () => {
    const look = await drop(boss, 'lỗi.csv', 'Tên công ty,Công ty mẹ\nTân An,\nBình An,Nơi lạ\n');
    const told = () => said(boss).filter((one) => words(one).includes('I have sent you'));
    const asked = async (message: Message, count: number) => {
      await boss.click(message, 'Rejected rows (CSV)');
      return slack.until(() => told()[count - 1]);
    };
    const checked = await press(boss, look, 'Dry run');
    expect(words(await asked(checked, 1))).toContain('lỗi.csv: 1 row not imported');
    const ran = await press(boss, checked, 'Import');
    await asked(ran, 2);
    const files = said(boss).flatMap(({ body }) => list(body.files));
    expect(files).toHaveLength(2);
    for (const { id } of files) {
      const file = slack.store.files.get(str(id));
      expect(file?.name).toMatch(/^rejected-rows-.*csv$/);
      expect(file?.bytes?.toString()).toMatch(/\n3,Công ty mẹ: we have no “Nơi lạ”,Bình An,Nơi lạ\n$/);
    }
    await press(boss, ran, 'Undo');
  });

  it('shows how far it is where its answer will be, when it takes its time', async () => {
    const rows = Array.from({ length: 1200 }, (_, i) => `Chi nhánh ${i}`);
    const look = await drop(boss, 'dài.csv', ['Tên công ty', ...rows].join('\n'));
    await boss.click(look, 'Import');
    await slack.until(() => words(look).includes('Importing dài.csv: 1,200 rows…'));
    await slack.until(() => words(look).includes('dài.csv was imported'));
  });

  it('that is told of twice is taken once', async () => {
    const before = await db.upload.count();
    slack.duplicates = 'other_id';
    await drop(boss, 'a.csv', csv);
    await slack.idle();
    slack.duplicates = 'none';
    expect(await db.upload.count()).toBe(before + 1);
  });

  it('comes with words as well, and a picture with a line is only the line', async () => {
    expect(words(await drop(boss, 'a.csv', csv, 'nhập giúp mình'))).toContain('a.csv: 2 rows');
    expect(words(await drop(boss, 'a.png', csv, 'import list'))).toContain('The latest imports');
    const sales = slack.channel('sales');
    const before = await db.upload.count();
    const mention = { text: `<@${slack.world.settings.botUserId}> find Sao Mai`, channel: sales };
    boss.drop('a.csv', Buffer.from(csv), mention);
    await slack.until(() => boss.privately.find(({ channel }) => channel === sales));
    expect(await db.upload.count()).toBe(before);
  });

  it('that lies elsewhere is not fetched: the token goes to Slack alone', async () => {
    const asked: unknown[] = [];
    const elsewhere = createServer((request, response) => {
      asked.push(request.headers);
      response.end(csv);
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const { port } = elsewhere.address() as AddressInfo;
    const told = await answerTo(boss, () => {
      boss.drop('drive.csv', Buffer.from(csv));
      const file = [...slack.store.files.values()].at(-1);
      if (file) file.elsewhere = `http://127.0.0.1:${port}/drive.csv`;
    });
    expect(words(told)).toContain('drive.csv could not be fetched from the chat');
    expect(asked).toEqual([]);
    elsewhere.close();
  });

  it('that Slack does not hand out is said to be so', async () => {
    slack.faults.add('files.info', { kind: 'error', error: 'file_not_found' });
    expect(words(await drop(boss, 'gone.csv', csv))).toContain('gone.csv could not be fetched from the chat');
  });

  it('is refused from whoever may not import, and says how to be let in to a stranger', async () => {
    const stranger = slack.person('Nam');
    expect(words(await drop(stranger, 'a.csv', csv))).toContain('Ask to join');
    expect(said(stranger)).toHaveLength(1);
  });
});
