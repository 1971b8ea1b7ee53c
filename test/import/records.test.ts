import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { importing } from './importing.ts';

const desk = await importing();
const { db, load } = desk;
beforeEach(() => desk.reset());

describe('importing users', () => {
  const csv = 'name,email,team,manager\nLan,lan@acme.vn,Bắc,Hoa\nMinh,,Bắc,Hoa\nDũng,,Nam,Lan\n';

  it('makes members without an identity, their teams, and managers who are only named', async () => {
    const { out } = await load('users', csv);
    expect(out).toContain('3 new');
    expect(out).toContain('2 teams, 1 member');
    const members = await db.member.findMany({ include: { team: true, manager: true, identities: true } });
    const told = members.map((m) => [m.name, m.role, m.team?.name, m.manager?.name, m.identities.length]);
    expect(told.sort()).toEqual(
      [
        ['Dũng', 'REP', 'Nam', 'Lan', 0],
        ['Hoa', 'MANAGER', undefined, undefined, 0],
        ['Lan', 'MANAGER', 'Bắc', 'Hoa', 0],
        ['Minh', 'REP', 'Bắc', 'Hoa', 0],
      ].sort(),
    );
  });

  it('is in the journal with its file and what it came to; a dry run and one that changed nothing are not', async () => {
    await load('users', csv, '--dry-run');
    const { change } = await load('users', `${csv},,,\nAn,an@,Nam,\n`);
    await load('users', csv);
    const counts = { created: 3, updated: 0, unchanged: 0, rejected: 1 };
    expect(await db.importRun.findMany()).toEqual([
      { changeId: change, kind: 'users', file: expect.stringMatching(/^\d+\.csv$/), ...counts },
    ]);
  });

  it('knows them again by e-mail or name and changes only what the file says', async () => {
    await load('users', csv);
    expect((await load('users', csv)).out).toBe('users: 0 new, 0 updated, 3 unchanged, 0 not imported\n');
    const { out } = await load('users', 'name,email,role\nLan Anh,LAN@acme.vn,\nminh,,quản lý\n');
    expect(out).toContain('0 new, 2 updated');
    const lan = await db.member.findFirstOrThrow({ where: { name: 'Lan Anh' }, include: { team: true } });
    expect([lan.folded, lan.team?.name]).toEqual(['lan anh', 'Bắc']);
    expect(await db.member.findFirstOrThrow({ where: { folded: 'minh' } })).toMatchObject({
      role: 'MANAGER',
    });
  });

  it('leaves somebody an admin', async () => {
    await load('users', 'name,role\nHoa,admin\nLan,rep\n');
    const { code, err } = await load('users', 'name,role\nHoa,rep\n');
    expect([code, err]).toEqual([1, expect.stringContaining('role: Somebody must remain an admin.')]);
    await load('users', 'name,role\nLan,admin\nHoa,rep\n');
    const admins = await db.member.findMany({ where: { role: 'ADMIN' } });
    expect(admins.map(({ name }) => name)).toEqual(['Lan']);
  });
});

describe('importing companies', () => {
  it('puts none under itself, whatever the file and what is stored say together', async () => {
    await load('companies', 'name,parent\nAlpha,\nBeta,Alpha\nGamma,\n');
    const { code, err } = await load('companies', 'name,parent\nAlpha,Beta\n');
    expect([code, err]).toEqual([1, expect.stringContaining('row 2: parent: it would stand under itself')]);
    const loop = await load('companies', 'name,parent\nGamma,Alpha\nAlpha,Gamma\n');
    expect(loop.err).toContain('it would stand under itself');
    const tops = await db.company.findMany({ where: { parentId: null } });
    expect(tops).toHaveLength(1);
  });

  it('reads how many people they have from digits alone', async () => {
    const { err } = await load('companies', 'name,employees\nA,0x10\nB,1e3\nC,"1,200"\nD,12.0\n');
    expect(err).toContain('2 rows were not imported');
    expect((await db.company.findMany({ orderBy: { name: 'asc' } })).map((row) => row.employees)).toEqual([
      1200, 12,
    ]);
  });

  it('finds a parent wherever it stands in the file', async () => {
    const { out } = await load(
      'companies',
      'name,parent,employees,revenue\nCon,Công ty Mẹ,"2,822",1 tỷ\nMẹ,Bà,,\nBà,,,\n',
    );
    expect(out).toContain('3 new');
    const child = await db.company.findFirstOrThrow({
      where: { name: 'Con' },
      include: { parent: { include: { parent: true } } },
    });
    expect([child.parent?.name, child.parent?.parent?.name, child.employees]).toEqual(['Mẹ', 'Bà', 2822]);
  });

  it('reports a company that is there twice, one that is its own parent, and an unknown parent', async () => {
    const { out, err } = await load('companies', 'name,parent\nAcme,\nAcme Ltd,\nSelf,Self\nLost,Nowhere\n');
    expect(out).toContain('1 new, 0 updated, 0 unchanged, 3 not imported');
    expect(err).toContain('row 3: name: row 2 is about the same record');
    expect(err).toContain('row 4: parent');
    expect(err).toContain('row 5: parent');
  });
});

describe('importing contacts and leads', () => {
  it('takes no day that has not come for one of birth', async () => {
    const { err } = await load('contacts', 'name,birthday\nAn,15/03/75\nBình,15/03/1975\nChi,16/03/2075\n');
    expect(err).toContain('row 2: birthday: “15/03/75” has not come yet');
    expect(await db.contact.findMany()).toMatchObject([
      { name: 'Bình', birthday: new Date('1975-03-15T00:00:00Z') },
    ]);
  });

  it('tells people of one switchboard apart and knows each again', async () => {
    await load('companies', 'name\nAcme\n');
    const csv =
      'name,email,phone,title,company\nAn,,0912345678,CEO,Acme\nBình,,0912345678,CTO,Acme\nAn,an@acme.vn,,,\n';
    // Who shares a number is asked about; here it is known that they are two.
    expect((await load('contacts', csv, '--duplicates', 'add')).out).toContain('3 new');
    expect((await load('contacts', csv)).out).toContain('0 new, 0 updated, 3 unchanged');
    expect(await db.contact.findFirstOrThrow({ where: { name: 'Bình' } })).toMatchObject({
      phone: '+84912345678',
      title: 'CTO',
    });
  });

  it('knows somebody again by an address in capitals', async () => {
    await load('contacts', 'name,email\nAn,An.Tran@acme.vn\n');
    const again = await load('contacts', 'name,email,title\nAn,AN.TRAN@ACME.VN,CEO\n');
    expect(again.out).toContain('0 new, 1 updated, 0 unchanged');
  });

  it('gives every lead a source and keeps its company as it was said', async () => {
    const csv =
      'externalId,name,company,source,status,createdAt\nL1,An,Mới Tinh,Mạng xã hội,Đang chăm sóc,2026-01-05\nL2,Bình,,,,\nL3,Chi,,TikTok,,\n';
    const { out, err } = await load('leads', csv);
    expect(out).toContain('2 new');
    expect(err).toContain('row 3: source');
    expect(await db.lead.findUniqueOrThrow({ where: { externalId: 'L1' } })).toMatchObject({
      companyName: 'Mới Tinh',
      companyId: null,
      source: 'social',
      status: 'WORKING',
      createdAt: new Date('2026-01-05T05:00:00Z'),
    });
    expect((await load('leads', csv, '--value', 'source:=website')).out).toContain(
      '1 new, 0 updated, 2 unchanged',
    );
    expect((await db.lead.findMany({ orderBy: { externalId: 'asc' } })).map((lead) => lead.source)).toEqual([
      'social',
      'website',
      'TikTok',
    ]);
  });
});

/** UTF-16 with the high byte first. */
const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('the file', () => {
  const names = async () => (await db.product.findMany({ orderBy: { id: 'asc' } })).map((p) => p.name);

  it.each([
    ['UTF-8 with a mark', Buffer.from('\ufeffname,category\nSữa,A\n')],
    ['UTF-16', Buffer.from('\ufeffname,category\nSữa,A\n', 'utf16le')],
    ['UTF-16 the other way round', swapped('\ufeffname,category\nSữa,A\n')],
    ['UTF-16 without a mark', Buffer.from('name,category\nSữa,A\n', 'utf16le')],
    ['UTF-16 the other way round without a mark', swapped('name,category\nSữa,A\n')],
    ['Windows-1258', Buffer.from('name,category\nS\xfd\xdea,A\n', 'latin1')],
    ['decomposed accents', 'name,category\nSữa,A\n'.normalize('NFD')],
    ['bars', 'name|category\nSữa|A, B\n'],
    ['the separator that Excel names', 'sep=;\r\nname;category\r\nSữa;"A, B"\r\n'],
    ['semicolons', 'name;category\r\nSữa;"A, B"\r\n'],
    ['tabs and empty rows', '\nname\tcategory\n\nSữa\tA\n\n'],
    ['labels of another language', 'Tên,category\nSữa,A\n'],
  ])('is read with %s', async (_, csv) => {
    expect((await load('products', csv)).code).toBe(0);
    expect(await names()).toEqual(['Sữa']);
  });

  it.each([
    ['empty', '', 'no rows'],
    ['with a header alone', 'name\n', 'no rows'],
    ['of another kind', Buffer.from('PK\u0003\u0004\u0000\u0000'), 'no CSV file'],
    ['as a PDF', '%PDF-1.7\nname,category\na,b\n', 'no CSV file'],
    [
      'with a zero byte behind its beginning',
      `name,category\n${'a,b\n'.repeat(50_000)}\0,b\n`,
      'no CSV file',
    ],
    ['that is noise', Buffer.from([110, 97, 109, 101, 10, 0xe9, 0x20, 0x02, 10]), 'no CSV file'],
    ['of several encodings', Buffer.from('name\nS\xfd\xdea\nS\xe1\xbb\xafa\n', 'latin1'), 'mixes'],
    ['of half letters', Buffer.from('\ufeffname\nS\ud83da\n', 'utf16le'), 'mixes'],
    ['with an open quote', 'name,category\n"Sữa,A\nb,c\n', 'quotation mark'],
    ['with a column twice', 'name,price,price\na,1,2\n', 'twice'],
    ['without the column it needs', 'foo,category\na,b\n', '--map name=Column'],
  ])('%s is refused with a sentence', async (_, csv, said) => {
    const { code, err } = await load('products', csv);
    expect([code, err.trim().split('\n').length]).toEqual([1, 1]);
    expect(err).toContain(said);
    expect(await names()).toEqual([]);
  });

  it('is told how it was read', async () => {
    const csv = Buffer.from('name;createdAt\nS\xfd\xdea;25/12/2025\n', 'latin1');
    const { err } = await load('leads', csv, '--value', 'source:=web');
    expect(err.split('\n')[0]).toBe('Read as Windows-1258, separator “;”, dates as day/month/year');
  });

  it('counts its rows as a spreadsheet does, that does not show the line which names the separator', async () => {
    const { err } = await load('companies', 'sep=;\nname;parent\nLost;Nowhere\n');
    expect(err).toContain('row 2: parent');
  });

  it('whose days could be months asks for the order instead of guessing', async () => {
    const csv = 'externalId,title,createdAt\nX,a,03/04/2017\n';
    const { code, err } = await load('deals', csv);
    expect([code, err]).toEqual([1, expect.stringContaining('--date-format')]);
    await load('deals', csv, '--date-format', 'MM/DD/YYYY');
    expect((await desk.way('X'))[0]?.[1]).toBe('2017-03-04T05:00:00.000Z');
  });

  it('has its refused rows written to --errors, to be mended and imported', async () => {
    const to = join(desk.folder, 'errors.csv');
    await load('companies', 'name,parent\nGood,\nBad,Nowhere\n', '--errors', to);
    const lines = (await readFile(to, 'utf8')).split('\n');
    expect(lines[0]).toBe('\ufeffRow in the file,Why not imported,name,parent');
    expect(lines[1]).toMatch(/^3,"parent: we have no “Nowhere”.*",Bad,Nowhere$/);
    await load('companies', (await readFile(to, 'utf8')).replace(',Nowhere', ',Good'));
    expect(await desk.db.company.count()).toBe(2);
  });
});

describe('the command line', () => {
  it.each([
    [[], 0, 'leads'],
    [['--help'], 0, '--date-format'],
    [['robots', 'x.csv'], 1, 'robots'],
    [['deals'], 1, 'CSV'],
    [['deals', '/nowhere.csv'], 1, 'ENOENT'],
    [['deals', 'x.csv', '--frobnicate'], 1, '--frobnicate'],
    [['deals', 'x.csv', '--map', 'amount'], 1, 'amount'],
    [['deals', 'x.csv', '--value', 'stage'], 1, 'stage'],
    [['deals', 'x.csv', '--currency', 'XYZZY'], 1, 'XYZZY'],
    [['deals', 'x.csv', '--timezone', 'Mars/Base'], 1, 'Mars/Base'],
    [['deals', 'x.csv', '--date-format', 'whenever'], 1, 'whenever'],
    [['products', 'x.csv', '--create', 'owner'], 1, 'owner'],
  ])('%j ends with %i and says %s, in both languages', async (argv, code, said) => {
    for (const locale of ['vi', 'en'] as const) {
      const ran = await desk.run(locale, argv);
      expect(ran.code).toBe(code);
      expect(ran.out + ran.err).toContain(said);
    }
  });
});
