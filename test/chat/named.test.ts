import { describe, expect, it } from 'vitest';
import type { AnyCommand } from '../../src/chat/command.ts';
import { lookup } from '../../src/chat/fields.ts';
import { formOf } from '../../src/chat/form.ts';
import { named } from '../../src/chat/named.ts';
import { translator } from '../../src/i18n/index.ts';

const acme = { value: 'C-5', label: 'C-5 Acme' };
const company = lookup<unknown, null>({
  search: async (_, query) => (['C-5', '5', 'Acme'].includes(query) ? [acme] : []),
  resolve: async () => ({ kind: 'none' }),
});
const command: AnyCommand<null> = {
  id: 'contact.add',
  access: 'rep',
  reply: 'private',
  fields: { company },
  positional: [],
  run: async () => ({ title: [], blocks: [] }),
};
const filled = async (value: string) =>
  (await named(null, command, formOf(translator('en'), command, { company: value }))).fields[0];

describe('a form filled with a record', () => {
  it('shows what the record is called, also for its bare number', async () => {
    expect(await filled('C-5')).toMatchObject({ value: 'C-5', shown: 'C-5 Acme' });
    expect(await filled('5')).toMatchObject({ value: 'C-5', shown: 'C-5 Acme' });
  });

  it('leaves a typed name as it was typed: it may mean several', async () => {
    expect(await filled('Acme')).toEqual(expect.objectContaining({ value: 'Acme' }));
    expect(await filled('Acme')).not.toHaveProperty('shown');
  });
});
