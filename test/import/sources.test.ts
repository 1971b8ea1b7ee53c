import { expect, it } from 'vitest';
import { importing } from './importing.ts';

const desk = await importing();

it('a file’s source is ours where it is called so, however it is written, and else stays as the file calls it', async () => {
  await desk.reset();
  await desk.db.setting.create({ data: { key: 'lead.sources', value: ['Hội thảo'] } });
  const { code } = await desk.load(
    'leads',
    'name,source\nAn,HOI THAO\nBình,Mạng xã hội\nChi,Facebook Ads\nDũng,hội thảo\nGiang,\n',
  );
  expect(code).toBe(0);
  const rows = await desk.db.lead.findMany({ orderBy: { id: 'asc' } });
  expect(rows.map(({ name, source }) => [name, source])).toEqual([
    ['An', 'Hội thảo'],
    ['Bình', 'social'],
    ['Chi', 'Facebook Ads'],
    ['Dũng', 'Hội thảo'],
  ]);
});
