import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { importing } from './importing.ts';

const desk = await importing();
const { db, load } = desk;
beforeEach(() => desk.reset());

/** The rows that were reported, each with its sentence. */
const reported = (err: string) => err.split('\n').filter((line) => line.startsWith('  row '));
const counted = (out: string) => out.split('\n')[0]?.split(': ')[1];

describe('a row that is likely a record already', () => {
  beforeEach(async () => {
    await load('companies', 'name,phone,taxCode\nCông ty TNHH Thép Việt,028 3822 1234,0312345678\n');
    await load(
      'contacts',
      'name,phone,email,company\nTrần Thị Bình,0912 345 678,binh@thepviet.vn,Thép Việt\n',
    );
    await load(
      'leads',
      'externalId,name,phone,email,company,source\nL1,Lê Nam,"0987 654 321, 0903 111 222 (kho)",nam@saomai.vn,Cơ khí Sao Mai,website\n',
    );
  });

  it.each([
    ['companies', 'name,phone\nKhác hẳn,+84 28 3822 1234\n', 'C-1', 'same phone number'],
    ['companies', 'name\nThepp Việt\n', 'C-1', 'same or similar name'],
    ['companies', 'name\nViệt Thép JSC\n', 'C-1', 'same or similar name'],
    ['contacts', 'name,email\nThư ký,"thu@x.vn, BINH@thepviet.vn"\n', 'P-1', 'same e-mail'],
    ['contacts', 'name,phone\nAi đó,0912.345.678\n', 'P-1', 'same phone number'],
    ['contacts', 'name,company\nTran Thi Binhh,Thép Việt\n', 'P-1', 'same or similar name'],
    ['contacts', 'name,phone\nAi đó,0903111222\n', 'L-1', 'same phone number'],
    ['leads', 'name,source,company\nNam Lê,x,CTY CP co khi sao mai\n', 'L-1', 'same or similar name'],
    ['leads', 'externalId,name,source,email\nL2,Ai đó,x,Nam@saomai.vn\n', 'L-1', 'same e-mail'],
    ['leads', 'name,source,phone\nAi đó,x,"0900000001, 0903 111 222"\n', 'L-1', 'same phone number'],
    ['leads', 'name,source,phone\nAi đó,x,0912 345 678\n', 'P-1', 'same phone number'],
    ['leads', 'name,source,company\ntrần thị bình,x,thép việt\n', 'P-1', 'same or similar name'],
  ])('of %s is reported with its twin and why, and not written: %j', async (kind, csv, code, why) => {
    const { err, out } = await load(kind, csv);
    expect(counted(out)).toBe('0 new, 0 updated, 0 unchanged, 1 not imported');
    expect(reported(err)).toEqual([expect.stringMatching(`row 2: this is likely ${code} .*${why}`)]);
  });

  it.each([
    ['companies', 'name,taxCode\nThép Việt Nam,\nThép Việt Bắc,0399999999\n', 2],
    ['contacts', 'name,company\nTrần Thị Bình,\nTrần Thị Bích,Thép Việt\n', 2],
    ['leads', 'name,source,company\nLê Nam,x,\nLê Nam,x,Cơ khí Sao Hôm\n', 2],
    ['leads', 'name,source,phone,status\nBình,x,0912 345 678,CONVERTED\n', 1],
  ])('is another and new among %s: %j', async (kind, csv, count) => {
    expect(counted((await load(kind, csv)).out)).toContain(`${count} new, 0 updated`);
  });

  it('is told in the language of who imports', async () => {
    const { err } = await desk.run('vi', ['leads', await desk.file('name,source,phone\nA,x,0912345678\n')]);
    expect(err).toContain('dòng 2: có vẻ là P-1 Trần Thị Bình: cùng số điện thoại');
  });

  it('is compared with no converted lead when it is a contact', async () => {
    await db.lead.updateMany({ data: { status: 'CONVERTED' } });
    expect(counted((await load('contacts', 'name,phone\nNam,0987 654 321\n')).out)).toContain('1 new');
  });
});

describe('rows of one file that are likely one', () => {
  const csv = [
    'externalId,name,phone,email,company,source',
    'A,Phạm Hải,0912345678,,Sao Mai,web',
    'B,Ai đó,+84 912 345 678,,,web',
    'C,Pham Haii,,,CTCP Sao Mai,web',
    'D,Phạm Hải,,,Sao Hôm,web',
    'E,Khác,,h@a.vn,,web',
    'F,Khác nữa,,H@A.vn,,web',
  ].join('\n');

  it('are reported but for the first, and stay so when the file comes again', async () => {
    for (const done of ['3 new, 0 updated, 0 unchanged', '0 new, 0 updated, 3 unchanged']) {
      const { err, out } = await load('leads', csv);
      expect(counted(out)).toBe(`${done}, 3 not imported`);
      expect(reported(err)[0]).toMatch(
        /row 3: this is likely (L-1 Phạm Hải|Phạm Hải in row 2): same phone number/,
      );
      expect(reported(err)).toHaveLength(3);
    }
  });

  it('are all written with --duplicates add, and are updates of their numbers from then on', async () => {
    expect(counted((await load('leads', csv, '--duplicates', 'add')).out)).toBe(
      '6 new, 0 updated, 0 unchanged, 0 not imported',
    );
    const { out, err } = await load('leads', csv.replace('D,Phạm Hải,', 'D,Phạm Hải,0933333333'));
    expect(counted(out)).toBe('0 new, 1 updated, 5 unchanged, 0 not imported');
    expect(reported(err)).toEqual([]);
  });

  it('are left out and only counted with --duplicates skip', async () => {
    const { out, err, code } = await load('leads', csv, '--duplicates', 'skip');
    expect([code, counted(out)]).toEqual([0, '3 new, 0 updated, 0 unchanged, 0 not imported']);
    expect(out).toContain('3 rows were left out');
    expect(reported(err)).toEqual([]);
  });

  it('are counted together when there are many, with what to do about them', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `Người ${i},0912345678,web`);
    const to = join(desk.folder, 'twins.csv');
    const { err } = await load('leads', `name,phone,source\n${rows.join('\n')}\n`, '--errors', to);
    expect(err).toContain('29 × likely here already');
    expect(err).toContain('--duplicates add');
    expect((await readFile(to, 'utf8')).split('\n')[1]).toContain('Người 1');
  });

  it('of companies that a row has made are known by their names alone', async () => {
    const made = 'name,company\nAn,Acme\nBình,Acme\nAnn,Zeta\n';
    expect(counted((await load('contacts', made, '--create', 'company')).out)).toContain('3 new');
    expect(counted((await load('contacts', 'name,company\nBinh Tran,Acme\n')).out)).toContain('1 new');
  });
});

it('an option that is none is refused', async () => {
  const { code, err } = await load('leads', 'name,source\nA,x\n', '--duplicates', 'merge');
  expect([code, err]).toEqual([1, '--duplicates takes report, skip, add, not “merge”.\n']);
});
