import { beforeEach, describe, expect, it } from 'vitest';
import { importing } from './importing.ts';

const desk = await importing();
const { db, load } = desk;
beforeEach(() => desk.reset());

describe('columns', () => {
  it('are known by what people call them, in both languages', async () => {
    const csv =
      'Họ và tên,SĐT,E-mail Address,Chức vụ,Ngày sinh,Giới tính,Nhãn,Loại khách hàng\n' +
      'Nguyễn Lan,0912 345 678,lan@acme.vn,Giám đốc,2/9/1985,Nữ,"vip, hội thảo",VIP\n';
    const { err } = await load('contacts', csv, '--date-format', 'DD/MM/YYYY');
    expect(err).not.toContain('not used');
    expect(await db.contact.findFirstOrThrow()).toMatchObject({
      name: 'Nguyễn Lan',
      phone: '+84912345678',
      email: 'lan@acme.vn',
      title: 'Giám đốc',
      birthday: new Date('1985-09-02T00:00:00Z'),
      gender: 'female',
      tags: ['vip', 'hội thảo'],
      tier: 'vip',
    });
  });

  it('of the parts of a name make the whole one, in the order in which it is said', async () => {
    await load('contacts', 'Tên,Họ,Tên đệm\nLan,Nguyễn,Thị\n');
    await load('leads', 'LastName,FirstName,Source\nFrase,Moses,website\n');
    expect((await db.contact.findFirstOrThrow()).name).toBe('Nguyễn Thị Lan');
    expect((await db.lead.findFirstOrThrow()).name).toBe('Moses Frase');
  });

  it('of several numbers become one list with their names, and again nothing new', async () => {
    const csv = 'Name,Work phone,Phone,Mobile\nAn,028 3822 1234,0912345678,"0903 123 456, 0903 123 457"\n';
    await load('contacts', csv);
    const contact = await db.contact.findFirstOrThrow();
    expect([contact.phone, contact.phones]).toEqual([
      '+84912345678',
      [
        { value: '+84903123456' },
        { value: '+84903123457', label: 'Mobile' },
        { value: '+842838221234', label: 'Work phone' },
      ],
    ]);
    expect((await load('contacts', csv)).out).toContain('0 updated, 1 unchanged');
  });

  it('have extensions behind their numbers as people and machines write them', async () => {
    const csv =
      'Name,Work Phone,Mobile\nAn,001-212-555-0123x67214,0912345678\nBình,"(028) 3822 1234, máy lẻ 12",\n';
    await load('contacts', csv);
    expect(
      await db.contact.findMany({ select: { phone: true, phones: true }, orderBy: { id: 'asc' } }),
    ).toEqual([
      {
        phone: '+84912345678',
        phones: [
          { value: '+84912345678', label: 'Mobile' },
          { value: '+12125550123;ext=67214', label: 'Work Phone' },
        ],
      },
      { phone: '+842838221234;ext=12', phones: [{ value: '+842838221234;ext=12', label: 'Work Phone' }] },
    ]);
    expect((await load('contacts', csv)).out).toContain('0 updated, 2 unchanged');
  });

  it('with numbers behind their names are the first and a further one', async () => {
    const csv =
      'Name,Phone 2,Phone 1,Email 1,Email 2\nAn,0903 123 456,0912 345 678,an@acme.vn,an@nha.example\n';
    expect((await load('contacts', csv)).err).not.toContain('not used');
    const { phone, phones, email, emails } = await db.contact.findFirstOrThrow();
    expect([phone, email]).toEqual(['+84912345678', 'an@acme.vn']);
    expect([phones, emails]).toEqual([
      [
        { value: '+84912345678', label: 'Phone 1' },
        { value: '+84903123456', label: 'Phone 2' },
      ],
      [
        { value: 'an@acme.vn', label: 'Email 1' },
        { value: 'an@nha.example', label: 'Email 2' },
      ],
    ]);
  });

  it('of one number leave the others that are known where they are', async () => {
    await load('contacts', 'Name,Email,Phone\nAn,an@acme.vn,"0912345678, 028 3822 1234 (desk)"\n');
    const { out, change } = await load('contacts', 'Name,Email,Phone\nAn,an@acme.vn,0903123456\n');
    expect(out).toContain('1 updated');
    const contact = () => db.contact.findFirstOrThrow();
    expect(await contact()).toMatchObject({
      phone: '+84903123456',
      phones: [{ value: '+84912345678' }, { value: '+842838221234', label: 'desk' }],
    });
    await desk.undo(change);
    expect(await contact()).toMatchObject({
      phone: '+84912345678',
      phones: [{ value: '+842838221234', label: 'desk' }],
    });
  });

  it('that are mapped by hand serve nothing else', async () => {
    const { err } = await load('companies', 'Name,Company,Region\nMr X,Acme,Nam\n', '--map', 'tên=Company');
    expect((await db.company.findFirstOrThrow()).name).toBe('Acme');
    expect(err).toContain('not used: Name');
  });

  it('of a whole company are all read', async () => {
    const csv =
      'name,short name,industries,branches,address,tax code,bank,payment terms,Công nợ,ngày đến hạn,tags,note,number of employees,annual revenue,currency,fax,social\n' +
      'Acme,AC,"Xây dựng; In ấn",Huế,1 Lê Lợi,0312345678,VCB 001,30 ngày,2500 EUR,15/10/2026,a,ghi,"1,200",1000000,USD,028,fb.com/acme\n';
    await load('companies', csv);
    expect(await db.company.findFirstOrThrow()).toMatchObject({
      shortName: 'AC',
      industries: ['Xây dựng', 'In ấn'],
      branches: ['Huế'],
      employees: 1200,
      revenueCurrency: 'USD',
      paymentTerms: '30 ngày',
      receivableCurrency: 'EUR',
      receivableDue: new Date('2026-10-15'),
      social: ['fb.com/acme'],
    });
    expect((await load('companies', csv)).out).toContain('1 unchanged');
  });
});

describe('fields that admins have added', () => {
  it('are columns by their names, read and refused as they are asked', async () => {
    const field = (name: string, kind: 'NUMBER' | 'CHOICE' | 'YESNO', options: string[] = []) =>
      db.customField.create({
        data: { name, folded: name, record: 'lead', kind, options, position: 0, createdAt: new Date() },
      });
    const [size, level] = [await field('Diện tích', 'NUMBER'), await field('Mức', 'CHOICE', ['Cao', 'Thấp'])];
    desk.custom([size, level]);
    const csv = 'name,source,dien tich,mức\nAn,website,"1.234,5",cao\nBình,website,rộng,\nChi,website,,Vừa\n';
    const { out, err } = await load('leads', csv);
    expect(out).toContain('1 new, 0 updated, 0 unchanged, 2 not imported');
    expect(err).toContain('row 3: dien tich: “rộng”');
    expect(err).toContain('row 4: mức: ');
    expect((await db.lead.findFirstOrThrow()).custom).toEqual({ [size.id]: '1234.5', [level.id]: 'Cao' });
    expect((await load('leads', csv)).out).toContain('0 updated, 1 unchanged');
  });
});
