import { describe, expect, it } from 'vitest';
import type { Action, Card } from '../../src/chat/card.ts';
import type { Person } from '../../src/chat/platform.ts';
import { maxPacked, pack, unpack } from '../../src/chat/wire.ts';
import { registry } from '../../src/commands/index.ts';
import type { Locale } from '../../src/i18n/index.ts';
import { company } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

/** Each said by the rep, or by the admin where it begins with «!», by a newcomer with «?». In its order. */
const lines = [
  '? deal list',
  '? crm join',
  '? deal list',
  '! crm users',
  '! crm admit 3 role:manager',
  '! crm member Khoa team:"Miền Nam"',
  '! crm permissions',
  '! crm permissions Khoa',
  '! crm permit care deal sees:team changes:own',
  '! crm permit care deal changes:default sees:default',
  'company add "Thép Việt" industry:"Xây dựng" phone:"028 3822 1234" employees:1200 website:thepviet.vn taxCode:0312345678 country:"Việt Nam"',
  'contact add "Trần Thị Bình" company:"Thép Việt" phone:"0912 345 678" email:binh@thepviet.vn jobTitle:"Giám đốc"',
  'lead add "Lê Nam" source:referral phone:"0987 654 321" email:nam@thepviet.vn company:"Thép Việt" note:"Cần báo giá"',
  'deal add "Kho Thủ Đức" 1.2tỷ company:"Thép Việt" contact:Bình lead:Nam close:31/12 source:website',
  'deal add "Xưởng Bình Dương" 500tr company:"Thép Việt" stage:"quote sent"',
  'deal add "Gói nhỏ" $12k',
  'company edit 1 receivable:150tr receivable due:1/11/2026',
  'deal edit 1 amount:1.5tỷ',
  'deal move 1 negotiation reason:"Khách gật đầu"',
  'deal lost 2 reason:"Giá cao"',
  'deal reopen 2',
  'deal won 2',
  'deal snooze 1 3',
  'log call 1 "Nói về giá" outcome:"Hẹn gặp" duration:15 at:"yesterday 3pm"',
  'log email 1 "Gửi báo giá"',
  'log meeting L-1 "Gặp lần đầu" duration:1h',
  'log note C-1 "Thích màu xanh"',
  'deal show 1',
  'deal show 2',
  'lead show 1',
  'contact show 1',
  'company show 1',
  'company add "Cty Thep Viet" phone:"028 3822 1234" region:Nam',
  'contact add "Ai đó" phone:"0987 654 321"',
  'crm duplicates',
  'deal list',
  'deal list won',
  'deal list department:care',
  'deal list phòng:kinh-doanh|care',
  'crm stages',
  '! crm stages',
  '! crm stage negotiation department:marketing stale:9',
  'deal list lost',
  'lead list',
  'lead list period:2020',
  'find binh',
  'find industry:"xay dung" size:>1000',
  'company list',
  'company list tier:vip',
  'company list tier:gold',
  'contact list duty:none',
  'contact list email:nobody@',
  'find "không có"',
  'me',
  'undo',
  'undo',
  'task list',
  'task add D-1 "Gửi phương án giá" 20/11/2026',
  'task add C-1 "Mời dự hội nghị khách hàng" 1/12/2026 owner:Bảo',
  'task add D-1 "Gọi lại" 1/1/2020',
  'task list',
  '! task list',
  'task list record:C-1',
  'deal show 1',
  'company show 1',
  'task edit 2 2/12/2026',
  'task edit 2 2/12/2026',
  'task done 2 outcome:"Nhận lời"',
  'task done 2',
  '! crm findings no_next',
  'lead assign 1 Bảo',
  '! lead accept 1',
  '! lead assign 1 Khoa',
  '! assign list',
  '! assign add "Khoa, Bảo" region:Nam size:>50',
  '! assign add "Miền Nam" by:workload source:website',
  '! assign move 2 1',
  '! assign test 1',
  '! lead edit 1 region:Nam employees:200',
  '! assign test 1',
  '! lead assign 1',
  '! undo',
  '! assign remove 2',
  'me away:25/11/2026..2/12/2026',
  '! crm users',
  'lead add "Vũ Mai" source:website',
  'lead qualify 2 "Kho lạnh ở Thủ Đức" interest:high budget:500tr',
  'lead qualify 2 decision:31/12 authority:influences',
  'lead qualify 2 interest:none',
  'lead disqualify 2 reason:"Đã mua nơi khác"',
  'lead add "Trần Thị Bình" source:website company:"Gỗ Á" employees:40',
  'lead convert 3 amount:300tr',
  'lead convert 3 contact:P-1 amount:300tr',
  'lead convert 3 deal:none',
  '! crm handover Khoa to:Nga',
  '! undo',
  'segment list',
  'segment add "Khách lớn" company size:>1000 ngành:"xây dựng"',
  'segment add "Khách lớn" lead source:web',
  'segment add Sai company tier:gold',
  'segment edit "Khách lớn" filter:"size:>2000"',
  'segment add "Đang mở" deal stage:open',
  'segment list',
  'segment show "Đang mở"',
  'segment show "khach lon"',
  'export companies segment:"khach lon" industry:none',
  'export công ty tier:gold',
  'export leads segment:"Đang mở"',
  'export "cơ hội" segment:"Đang mở" kho',
  'segment remove "Khách lớn"',
  '! crm survey',
  'crm answer 4',
  '! crm survey ask:now',
  'crm answer 4',
  'crm answer hurdle:"Nhập lại số điện thoại hai lần" named:yes',
  'crm answer',
  '! crm answer none',
  '! crm survey',
  'deal add Gấp 5tr company:"new: Thep Viet"',
  'me language:en',
  'crm help deals',
  'deal show kho',
  'deal edit nobody amount:5tr',
  'deal won 2',
  'deal add Gấp 5tr close:30/2 company:Nobody',
  '! kpi quality',
  '! crm findings no_close',
  '! crm findings no_contact',
  '! crm findings close_passed',
  '! crm audit responsible:Khoa',
  '! crm audit untouched:60',
];

const files: Record<string, string> = {
  deals:
    'Tên cơ hội;Giá trị;Giai đoạn;Công ty;Ngày tạo;Ghi chú nội bộ\n' +
    'Kho mới;1,2 tỷ;Đàm phán;Thép Việt;31/01/2026;a\nKho khác;5tr;Đàm phán;Ai đó;31/01/2026;b\n' +
    'Kho lạ;5tr;Engaging;Thép Việt;31/01/2026;\n',
  dates: 'title,amount,stage,createdAt\nKho,5tr,Negotiation,03/04/2026\n',
  unknown: 'Cột A,Cột B\n1,2\n',
};
const dropped = (file: string) => ({ file, name: `${file}.csv`, size: '100' });

/** Steps of imports, after one another. */
const importing: readonly [string, Record<string, string>][] = [
  ['file', {}],
  ['file of deals', dropped('deals')],
  ['check', { upload: '1' }],
  ['rejected', { upload: '1' }],
  ['options', { upload: '1', create: 'company' }],
  ['columns', { upload: '1', values: 'stage: Engaging = negotiation' }],
  ['run', { upload: '1', seen: '2' }],
  ['run again', { upload: '1', seen: '2' }],
  ['rejected when there are none', { upload: '1' }],
  ['file with dates', dropped('dates')],
  ['cancel', { upload: '2' }],
  ['file of unknown columns', dropped('unknown')],
];

/** The newcomer, the rep and the admin on one fixed day; every answer by what was said. */
async function told(locale: Locale): Promise<Record<string, Card>> {
  await database.truncate();
  const acme = await company(database, {
    env: { DEFAULT_LOCALE: locale },
    platform: () => ({
      download: async (reference) => Buffer.from(files[reference] ?? ''),
      answer: async () => {},
    }),
  });
  const admin = await acme.member('Bảo', 'admin');
  const rep = await acme.member('Khoa', 'rep', 'Miền Bắc');
  const newcomer: Person = { platform: 'slack', userId: 'U1', name: 'Nga', full: true };
  const cards: Record<string, Card> = {};
  const twice = new Set<string>();
  for (const said of lines) {
    const person = said.startsWith('!') ? admin : said.startsWith('?') ? newcomer : rep;
    const line = said.replace(/^[!?] /, '');
    const plan = acme.chat.plan({ line }, person);
    const answer =
      plan.kind === 'ask'
        ? {
            command: plan.form.command,
            wire: Object.fromEntries(plan.form.fields.map((f) => [f.name, f.value ?? ''])),
          }
        : null;
    const { card } = answer
      ? await acme.chat.handle({
          key: said,
          person,
          place: { channel: 'x', private: true },
          replyTo: null,
          ...answer,
        })
      : await acme.say(person, line);
    cards[twice.has(said) ? `${said} (again)` : said] = card;
    twice.add(said);
    acme.clock.at = new Date(acme.clock.at.getTime() + 60_000);
  }
  // As an import left it: nobody was asked.
  const twin = { name: 'Thep Viet', folded: 'thep viet', region: 'Nam', country: 'VN', employees: 1200 };
  await acme.db.company.create({ data: { ...twin, id: 9, createdAt: acme.clock.now() } });
  for (const line of ['crm duplicates company', 'crm merge C-1 C-9', 'crm merge C-1 C-9 take:country'])
    cards[line] = (await acme.say(admin, line)).card;
  const [doIt] = actionsOf(cards['crm merge C-1 C-9'] as Card);
  cards['crm distinct C-1 C-9'] = (await acme.say(admin, 'crm distinct C-1 C-9')).card;
  cards.merged = (await acme.say(admin, doIt as Action)).card;
  cards['company show C-9'] = (await acme.say(admin, 'company show C-9')).card;
  for (const [said, wire] of importing) {
    const { card } = await acme.say(admin, { command: `import.${said.split(' ')[0]}`, wire });
    cards[`import ${said}`] = card;
    const undo = actionsOf(card).find(({ command }) => command === 'undo');
    if (said === 'run' && undo) cards['import run, undone'] = (await acme.say(admin, undo)).card;
  }
  cards['import list'] = (await acme.say(admin, 'import list')).card;
  const both = { name: 'Đỗ Hà', folded: 'do ha', phone: '+84912000111', createdAt: acme.clock.now() };
  await acme.db.contact.create({ data: { ...both, id: 91 } });
  await acme.db.lead.create({ data: { ...both, id: 92, source: 'website' } });
  await acme.db.company.create({ data: { id: 93, name: 'Mai', folded: 'mai', createdAt: acme.clock.now() } });
  for (const line of ['crm duplicates lead', 'crm findings duplicate', 'crm findings no_profile'])
    cards[line] = (await acme.say(admin, line)).card;
  for (const line of ['crm distinct C-93 P-91', 'crm distinct P-91 L-92', 'crm distinct L-92 P-91'])
    cards[line] = (await acme.say(admin, line)).card;
  await acme.db.seenEvent.updateMany({ data: { doneAt: null } });
  const key = 'done before';
  const again = {
    key,
    person: rep,
    place: { channel: 'x', private: true },
    command: 'company.add',
    wire: { name: 'Sắt' },
    replyTo: null,
  } as const;
  await acme.chat.handle(again);
  cards[key] = (await acme.chat.handle(again, true)).card;
  for (const [to, begins] of [
    ['to the new owner', 'lead:'],
    ['to who takes over', 'handover:'],
    ['to everybody who is asked', 'survey:'],
    ['to the admins', 'join:'],
    ['to the newcomer', 'welcome:'],
  ] as const) {
    const [owed] = await acme.db.delivery.findMany({ where: { key: { startsWith: begins } } });
    cards[to] = owed?.card as unknown as Card;
  }
  return cards;
}

/** A line per title and block, so that a person can read it. */
const readable = (cards: Record<string, Card>) =>
  `{\n${Object.entries(cards)
    .map(([said, { title, tone, blocks }]) => {
      const parts = [{ title, ...(tone && { tone }) }, ...blocks].map(
        (part) => `    ${JSON.stringify(part)}`,
      );
      return `  ${JSON.stringify(said)}: [\n${parts.join(',\n')}\n  ]`;
    })
    .join(',\n')}\n}\n`;

const actionsOf = (card: Card): Action[] =>
  card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));

describe.each(['en', 'vi'] as const)('the cards (%s)', (locale) => {
  it('say what the golden file says, and nothing that is empty; every button can be read back', async () => {
    const cards = await told(locale);
    for (const [said, card] of Object.entries(cards)) {
      // Figures are for scripts: there null says that there is none.
      const text = JSON.stringify({ ...card, metrics: [] });
      expect(text, said).not.toMatch(/undefined|null|NaN|Invalid|\[object/);
      for (const block of card.blocks) {
        if (block.kind === 'facts')
          for (const fact of block.facts) expect(fact.value.join(''), `${said}: ${fact.label}`).not.toBe('');
        if (block.kind === 'facts') expect(block.facts, said).not.toHaveLength(0);
        if (block.kind === 'table')
          for (const row of block.rows) expect(row, said).toHaveLength(block.columns.length);
      }
      for (const action of actionsOf(card)) {
        expect(pack(action).length, `${said}: ${action.label}`).toBeLessThanOrEqual(maxPacked);
        const { command, wire } = unpack(pack(action));
        const { fields } = registry[command as keyof typeof registry];
        for (const name of Object.keys(wire).filter((name) => !name.startsWith('_')))
          expect(Object.keys(fields), `${said}: ${action.label}`).toContain(name);
        expect(action.label, said).not.toBe('');
      }
    }
    await expect(readable(cards)).toMatchFileSnapshot(`../golden/crm.${locale}.json`);
  });
});
