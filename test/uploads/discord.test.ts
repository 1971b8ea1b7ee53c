import { describe, expect, it } from 'vitest';
import { labels, wordsIn } from '../discord/bot.ts';
import { type Message, type Person, startDiscord } from '../emulators/discord/index.ts';
import { wholeBot } from '../support/app.ts';

const discord = await startDiscord();
const app = await wholeBot({ discord });
const boss = discord.addPerson('Sếp', { admin: true });

const csv = Buffer.from('Tên công ty,Ngành,Biệt danh\nSao Mai,IT,SM\nThép Việt,Xây dựng,TV\n');

/** What the bot has said in private to this person since `before`. */
const saidTo = (person: Person): Message[] => {
  const channel = discord.store.directChannel(person.user.id);
  return channel
    ? discord.store.messagesIn(channel.id).filter(({ body }) => body.author.id === discord.bot.id)
    : [];
};

async function drop(person: Person, files: Record<string, Buffer>, words = ''): Promise<Message[]> {
  const before = saidTo(person).length;
  person.tell(words, {}, files);
  const wanted = Math.max(1, Object.keys(files).length);
  return discord.until('what it says', () => {
    const now = saidTo(person).slice(before);
    return now.length >= wanted && now;
  });
}

describe('a file dropped on the bot in Discord', () => {
  it('is recognised, mapped by a form of five questions, tried, imported and taken back', async () => {
    const [look] = (await drop(boss, { 'khách.csv': csv })) as [Message];
    expect(wordsIn(look)).toContain('khách.csv: 2 rows, Companies');
    const asked = boss.press(look, 'Change columns');
    expect(labels(await asked.modal())).toEqual([
      'Kind',
      'Columns',
      'Values',
      'Dates are written',
      'Exported from',
    ]);
    const mapped = await (
      await boss.submit(asked, { map: 'name = Tên công ty\n= Ngành\nnote = Biệt danh' })
    ).updated();
    expect(wordsIn(mapped)).toContain('Note');
    const checked = await boss.press(mapped, 'Dry run').message();
    expect(wordsIn(checked)).toContain('nothing was written');
    const ran = await boss.press(checked, 'Import').updated();
    expect(wordsIn(ran)).toContain('khách.csv was imported');
    const { prisma } = app.database;
    expect(await prisma.company.findFirst({ where: { name: 'Sao Mai' } })).toMatchObject({
      note: 'SM',
      industry: null,
    });
    await boss.press(ran, 'Undo').updated();
    expect(await prisma.company.count()).toBe(0);
  });

  it('has its rejected rows attached to an answer, by the dry run and by its result', async () => {
    const rows = Buffer.from('Tên công ty,Công ty mẹ\nTân An,\nBình An,Nơi lạ\n');
    const [look] = (await drop(boss, { 'lỗi.csv': rows })) as [Message];
    const checked = await boss.press(look, 'Dry run').message();
    const first = await boss.press(checked, 'Rejected rows (CSV)').message();
    expect(wordsIn(first)).toContain('lỗi.csv: 1 row not imported');
    const ran = await boss.press(checked, 'Import').updated();
    const second = await boss.press(ran, 'Rejected rows (CSV)').message();
    for (const { files } of [first, second]) {
      expect([...files.keys()]).toEqual([expect.stringMatching(/^rejected-rows-.*csv$/)]);
      const [text] = [...files.values()].map(String);
      expect(text).toMatch(/\n3,Công ty mẹ: we have no “Nơi lạ”,Bình An,Nơi lạ\n$/);
    }
    await boss.press(ran, 'Undo').updated();
  });

  it('each of several is answered, and a picture goes with what is said', async () => {
    const both = await drop(boss, { 'a.csv': csv, 'b.csv': csv });
    expect(both.map(wordsIn).map((words) => /[ab]\.csv/.exec(words)?.[0])).toEqual(['a.csv', 'b.csv']);
    const [list] = (await drop(boss, { 'x.png': csv }, 'import list')) as [Message];
    expect(wordsIn(list)).toContain('The latest imports');
  });

  it('in a channel is left alone', async () => {
    const uploads = await app.database.prisma.upload.count();
    const before = saidTo(boss).length;
    boss.say(`<@${discord.bot.id}> import list`, {}, { 'a.csv': csv });
    const said = await discord.until('an answer', () => saidTo(boss)[before]);
    expect(wordsIn(said)).toContain('The latest imports');
    expect(await app.database.prisma.upload.count()).toBe(uploads);
  });
});
