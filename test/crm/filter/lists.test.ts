import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Person } from '../../../src/chat/platform.ts';
import { company, textOf } from '../../support/company.ts';
import { testDatabase } from '../../support/database.ts';

const database = await testDatabase();

/** The numbers in the first column of a list, and its title. */
function listed({ card }: Answer): string {
  const table = card.blocks.find((block) => block.kind === 'table');
  const ids = table?.kind === 'table' ? table.rows.map(([id]) => (id as string[])[0]) : [];
  return ids.toSorted((a, b) => Number(a?.slice(2)) - Number(b?.slice(2))).join(' ');
}

describe('lists with a filter', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let admin: Person;
  let rep: Person;
  let other: Person;

  beforeAll(async () => {
    acme = await company(database);
    admin = await acme.member('Bảo', 'admin');
    rep = await acme.member('Lan Anh', 'rep', 'North');
    other = await acme.member('Minh', 'rep', 'South');
    const lines: [Person, string][] = [
      [admin, 'field add company "Ngân sách" money'],
      [admin, 'field add company "Hạng mức" choice options:"Cao, Thấp"'],
      [admin, 'field add deal "Gấp" yesno'],
      [
        rep,
        'company add "Công ty TNHH Hoàng Long" industry:IT region:"Miền Nam" employees:120 tier:vip tags:"hội thảo, b2b" phone:"0912 345 678, 028 3822 1234" email:info@hoanglong.vn',
      ],
      [
        rep,
        'company add "Digital Việt" industry:"Digital marketing" region:"Việt Nam" employees:50 tier:potential revenue:"2 tỷ"',
      ],
      [
        other,
        'company add "Thép Việt" industry:"Xây dựng" industries:"IT, Thép" employees:1200 parent:"Hoàng Long" revenue:$90k',
      ],
      [other, 'company add "Trống 100%"'],
      [
        rep,
        'contact add "Trần Thị Bình" company:"Hoàng Long" phone:"0987 654 321" birthday:12/5/1990 duty:decides',
      ],
      [other, 'contact add "Lê Nam" company:"Thép Việt" email:nam@thepviet.vn'],
      [rep, 'deal add "Gia hạn" 1.2tỷ company:"Hoàng Long" contact:Bình close:31/12 source:website'],
      [rep, 'deal add "Kho" 500tr stage:negotiation close:15/1/2027'],
      [other, 'deal add "Xưởng" $12k'],
      [rep, 'lead add "Nam" source:website region:Nam employees:20'],
      [other, 'lead add "Việt" source:referral industry:IT'],
      [rep, 'lead add "Vô Chủ" source:other region:Trung'],
    ];
    for (const [person, line] of lines)
      expect(await acme.say(person, line), line).toMatchObject({ ok: 'done' });
    expect(await acme.say(rep, 'company edit 1 ngân sách:150tr hạng mức:Cao')).toMatchObject({
      ok: 'done',
    });
    expect(
      await acme.say(rep, 'lead qualify 1 "kho lạnh" interest:high budget:300tr decision:31/12'),
    ).toMatchObject({ ok: 'done' });
    expect(await acme.say(rep, 'deal edit 1 gấp:có')).toMatchObject({ ok: 'done' });
    expect(await acme.say(rep, 'deal won 2')).toMatchObject({ ok: 'done' });
    await acme.db.lead.update({ where: { id: 3 }, data: { ownerId: null } });
    acme.clock.pass(40);
    expect(await acme.say(rep, 'company add "Mới"')).toMatchObject({ ok: 'done' });
  });

  it.each([
    ['company list', 'C-1 C-2 C-3 C-4 C-5'],
    ['company list industry:IT', 'C-1 C-3'],
    ['company list industry:digital', 'C-2'],
    ['company list -industry:IT', 'C-2 C-4 C-5'],
    ['company list industry:none', 'C-4 C-5'],
    ['company list region:Nam', 'C-1 C-2'],
    ['company list khu vực:miền-nam', 'C-1'],
    ['company list size:>50', 'C-1 C-3'],
    ['company list quy mô:>=50 hạng:"tiềm năng"', 'C-2'],
    ['company list size:50..120', 'C-1 C-2'],
    ['company list size:50-120', 'C-1 C-2'],
    ['company list size:50 – 120', 'C-1 C-2'],
    ['company list quy mô:từ 50 đến 120', 'C-1 C-2'],
    ['deal list giá trị:1-600tr', 'D-2'],
    ['deal list >600tr', 'D-1'],
    ['deal list <= 600 tr', 'D-2'],
    ['deal list hoàng >1 tỷ', 'D-1'],
    ['deal list won <1b', 'D-2'],
    ['lead list > 100tr', 'L-1'],
    ['deal list amount:1tr-600tr', 'D-2'],
    ['company list region:bắc, nam', 'C-1 C-2'],
    ['company list tier:vip, potential', 'C-1 C-2'],
    ['company list tag:xyz, hội-thảo', 'C-1'],
    ['company list industry:none tag:x,y', ''],
    ['company list của tôi', 'C-1 C-2 C-5'],
    ['company list mine size:>50', 'C-1'],
    ['contact list hoàng', 'P-1'],
    ['lead list của tôi', 'L-1'],
    ['deal list của tôi', 'D-1'],
    ['deal list won của tôi', 'D-2'],
    ['deal list hoàng', 'D-1'],
    ['deal list hoàng open', ''],
    ['company list size:1.200', 'C-3'],
    ['company list tier:vip|potential', 'C-1 C-2'],
    ['company list tag:hội-thảo', 'C-1'],
    ['company list nhãn:"hoi thao" ngành:it', 'C-1'],
    ['company list -tag:none', 'C-1'],
    ['company list owner:me', 'C-1 C-2 C-5'],
    ['company list phụ trách:minh', 'C-3 C-4'],
    ['company list owner:none', ''],
    ['company list phone:0912345678', 'C-1'],
    ['company list phone:"28 3822"', 'C-1'],
    ['company list email:@hoanglong', 'C-1'],
    ['company list parent:hoang', 'C-3'],
    ['company list parent:C-1', 'C-3'],
    ['company list revenue:>1tỷ', 'C-2'],
    ['company list revenue:>$50k', 'C-3'],
    ['company list ngân sách:>100tr', 'C-1'],
    ['company list filter:"\'ngân sách\':>100tr"', 'C-1'],
    ['company list ngân sách:none', 'C-2 C-3 C-4 C-5'],
    ['company list hạng mức:cao', 'C-1'],
    ['company list created:"this month"', 'C-5'],
    ['company list created:"tháng 11"', 'C-1 C-2 C-3 C-4'],
    ['company list created:18/11..20/11', 'C-1 C-2 C-3 C-4'],
    ['company list created:<18/11/2026', ''],
    ['company list viet', 'C-2 C-3'],
    ['company list việt size:>100', 'C-3'],
    ['company list "100%"', 'C-4'],
    ['company list name:hoang', 'C-1'],
    ['contact list cty:hoàng', 'P-1'],
    ['contact list duty:decides', 'P-1'],
    ['contact list birthday:1990', 'P-1'],
    ['contact list email:none', 'P-1'],
    ['lead list budget:>200tr', 'L-1'],
    ['lead list quan tâm:cao', 'L-1'],
    ['lead list need:kho decision:<2027-01-01', 'L-1'],
    ['deal list', 'D-1'],
    ['deal list amount:>=500tr', 'D-1 D-2'],
    ['deal list giá trị:..600tr', 'D-2'],
    ['deal list stage:won', ''],
    ['deal list filter:"stage:won"', 'D-2'],
    ['deal list filter:"stage:open"', 'D-1'],
    ['deal list won amount:>1tr', 'D-2'],
    ['deal list close:<1/1', 'D-1'],
    ['deal list close:1/1/2027..31/1/2027', 'D-2'],
    ['deal list filter:"company:hoàng"', 'D-1'],
    ['deal list contact:binh', 'D-1'],
    ['deal list gấp:có', 'D-1'],
    ['company list source:web', 'C-1'],
    ['company list source:web industry:IT size:>50 tier:VIP tag:hội-thảo owner:me', 'C-1'],
    ['company list nguồn:giới-thiệu', ''],
    ['company list -source:none', 'C-1'],
    ['company list source:none industry:none', 'C-4 C-5'],
    ['company list stage:open', 'C-1'],
    ['company list -stage:open size:>1', 'C-2 C-3'],
    ['contact list nguồn:website giai đoạn:open', 'P-1'],
    ['find source:web tier:vip', 'C-1'],
    ['contact list birthday:12/5', 'P-1'],
    ['contact list birthday:tháng 5', 'P-1'],
    ['contact list birthday:1/5..1/6', 'P-1'],
    ['contact list birthday:1/12..31/3', ''],
    ['contact list birthday:1/10..31/5', 'P-1'],
    ['contact list birthday:this month', ''],
    ['contact list birthday:1990', 'P-1'],
    ['contact list birthday:1991', ''],
    ['contact list birthday:<1991', 'P-1'],
    ['lead list region:Nam size:<50', 'L-1'],
    ['lead list filter:"source:web status:sql"', 'L-1'],
    ['lead list nguồn:web region:nam owner:me', 'L-1'],
    ['lead list nguồn:website region:bắc', ''],
    ['lead list owner:none', 'L-3'],
    ['lead list phụ trách:"chưa có ai" industry:none', 'L-3'],
    ['deal list owner:nobody', ''],
    ['find industry:IT', 'C-1 C-3'],
    ['find industry:IT size:>500 kind:company', 'C-3'],
    ['find hoàng lonh tier:vip', 'C-1'],
    ['find hoang tier:potential', ''],
    ['find "Thép Việt" owner:minh', 'C-3'],
    ['find owner:minh', 'P-2 C-3 C-4'],
    ['find kind:deal amount:>1tr', 'D-1 D-2'],
    ['find 0912345678', 'C-1'],
  ])('%s', async (line, ids) => {
    const answer = await acme.say(rep, line);
    expect(answer.ok, textOf(answer.card)).toBe('done');
    expect(listed(answer)).toBe(line === 'deal list stage:won' ? 'D-2' : ids);
  });

  it.each([
    ['company list onwer:me', 'There is no field “onwer” here. Did you mean “owner”?'],
    ['company list size:lots', 'Employees: “lots” is not a number'],
    [
      'company list tier:gold',
      'Customer type: “gold” is not one of: Potential, In consultation, Has bought, VIP.',
    ],
    ['company list industry:>5', 'Industry has no more or less'],
    ['company list owner:Ghost', 'Owner: I found nothing for “Ghost”'],
    ['find status:new tier:vip', 'No one kind of record knows all of these'],
    ['company list created:31/2', 'Created: There is no such day'],
    ['company list ngân sách:>lots', 'Ngân sách: “lots” is not an amount'],
  ])('%s is refused with one sentence', async (line, sentence) => {
    const answer = await acme.say(rep, line);
    expect(answer).toMatchObject({ ok: 'refused', visibility: 'private' });
    expect(textOf(answer.card)).toContain(sentence);
  });

  it('show nobody what they may not see, in no number either', async () => {
    expect(listed(await acme.say(other, 'deal list amount:>$1'))).toBe('D-3');
    expect(textOf((await acme.say(other, 'deal list amount:>$1')).card)).toContain('1 deal');
    expect(listed(await acme.say(other, 'lead list region:Nam|none'))).toBe('L-2');
    // The customer is in sight, the deal that says where it came from is not.
    expect(listed(await acme.say(other, 'company list source:web|none'))).toBe('C-1 C-2 C-3 C-4 C-5');
    expect(listed(await acme.say(other, 'company list -source:none'))).toBe('');
    expect(listed(await acme.say(admin, 'deal list amount:>$1|>1'))).toBe('D-1 D-2 D-3');
  });

  it('take words of a name where a word begins, not within one', async () => {
    expect(listed(await acme.say(admin, 'company list việt'))).toBe('C-2 C-3');
    expect(listed(await acme.say(admin, 'company list iệt'))).toBe('');
    expect(listed(await acme.say(admin, 'contact list hoàng bình'))).toBe('P-1');
  });

  it.each([
    ['company list size:>50 region:nam', 'Employees', '120'],
    ['company list ngân sách:>100tr', 'Ngân sách', '150,000,000 ₫'],
    ['contact list birthday:12/5', 'Birthday', '12 May 1990'],
    ['lead list size:>5', 'Employees', '20'],
    ['lead list budget:>1tr', 'Budget', '300,000,000 ₫'],
  ])('%s: tell what they compare by: %s %s', async (line, label, value) => {
    const text = textOf((await acme.say(admin, line)).card).replaceAll('\u00a0', ' ');
    expect(text).toContain(`{"label":"${label}","align":"right"}`);
    expect(text).toContain(`["${value}"]`);
  });

  it.each([
    ['company list vip', 'Customer type: vip (1)', 'C-1'],
    ['company list digital marketing', 'Industry: digital marketing (1)', 'C-2'],
    ['company list miền', 'Region: miền (1)', 'C-1'],
    ['company list cao', 'Hạng mức: cao (1)', 'C-1'],
    ['contact list decides', 'Part in the purchase: decides (1)', 'P-1'],
    ['deal list website', 'Source: website (1)', 'D-1'],
  ])('%s: no name has that, and a button lists what has it otherwise: %s', async (line, label, found) => {
    const { card } = await acme.say(admin, line);
    const buttons = card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
    const button = buttons.find((one) => one.label === label);
    if (!button) throw new Error(textOf(card));
    expect(listed(await acme.say(admin, { command: button.command, wire: button.wire }))).toBe(found);
  });

  it.each(['deal list >500', 'company list >1 tỷ', 'contact list >1 tỷ'])(
    '%s: what may be of several fields, or of none, is asked about',
    async (line) => expect(textOf((await acme.say(admin, line)).card)).toContain('of what?'),
  );

  it('offer nothing that only others may see', async () => {
    expect(textOf((await acme.say(admin, 'lead list miền')).card)).not.toContain('actions');
    expect(textOf((await acme.say(admin, 'deal list referral')).card)).not.toContain('actions');
    expect(textOf((await acme.say(admin, 'deal list website')).card)).toContain('Source');
    expect(textOf((await acme.say(other, 'deal list website')).card)).not.toContain('actions');
  });

  it('go on page by page with the same filter', async () => {
    for (let i = 0; i < 12; i++) await acme.say(admin, `company add "Trang ${i}" region:trang`);
    const first = await acme.say(admin, 'company list khu vực:trang');
    expect(textOf(first.card)).toContain('12 companies');
    const more = first.card.blocks.flatMap((b) => (b.kind === 'actions' ? b.actions : []))[0];
    if (!more) throw new Error('no button');
    const second = await acme.say(admin, { command: more.command, wire: more.wire });
    expect(listed(second)).toBe('C-6 C-7');
    expect(textOf(second.card)).toContain('12 companies');
  });
});
