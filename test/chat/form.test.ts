import { describe, expect, it } from 'vitest';
import type { CommandId } from '../../src/chat/command.ts';
import type { Field } from '../../src/chat/field.ts';
import { sayLabel } from '../../src/chat/field.ts';
import { formOf } from '../../src/chat/form.ts';
import { keyOf, keyTable, spoken } from '../../src/chat/names.ts';
import { registry } from '../../src/commands/index.ts';
import { locales, translator } from '../../src/i18n/index.ts';
import { vnd } from './reader.ts';

const ids = Object.keys(registry) as CommandId[];
const fieldsOf = (id: CommandId) => Object.entries(registry[id].fields) as [string, Field<unknown, never>][];
const [en, vi] = [translator('en'), translator('vi')];

describe('a form', () => {
  it('speaks the reader’s language: title, labels, hints and choices', () => {
    const form = formOf(vi, registry['lead.add'], {});
    expect(form).toMatchObject({ command: 'lead.add', title: 'Lead mới', submit: 'Lưu', cancel: 'Hủy' });
    expect(form.fields.find(({ name }) => name === 'source')).toEqual({
      name: 'source',
      label: 'Nguồn',
      required: true,
      control: {
        kind: 'choice',
        options: [
          { value: 'website', label: 'Website' },
          { value: 'social', label: 'Mạng xã hội' },
          { value: 'team', label: 'Đội kinh doanh' },
          { value: 'referral', label: 'Giới thiệu' },
          { value: 'other', label: 'Khác' },
        ],
      },
    });
    expect(formOf(en, registry['deal.add'], {}).fields.find(({ name }) => name === 'amount')).toMatchObject({
      label: 'Amount',
      hint: 'e.g. 1.2b, 500m, $12k',
    });
  });

  it('shows what was said, defaults where nothing was, and errors under their fields', () => {
    const form = formOf(en, registry['deal.show'], { deal: 'D-4' }, { deal: 'Nothing found.' });
    expect(form.fields.map(({ name, value, error }) => ({ name, value, error }))).toEqual([
      { name: 'deal', value: 'D-4', error: 'Nothing found.' },
      { name: 'order', value: 'oldest', error: undefined },
      { name: 'share', value: 'me', error: undefined },
    ]);
  });

  it('asks for no hidden field, but carries it; and never carries that it was asked for', () => {
    const form = formOf(en, registry['deal.won'], {
      deal: '4',
      from: '9',
      _ask: '1',
      _draft: '3',
      other: 'x',
    });
    expect(form.fields.map(({ name }) => name)).toEqual(['deal', 'amount', 'reason']);
    expect(form.carried).toEqual({ from: '9', _draft: '3' });
  });
});

describe('every command', () => {
  it.each(ids)(
    '%s has a title, a sentence about it, and a label for every field, in both languages',
    (id) => {
      for (const locale of locales) {
        const form = formOf(translator(locale), registry[id], {});
        expect(form.title.trim() && form.about.trim()).toBeTruthy();
        for (const { label } of form.fields) expect(label.trim()).toBeTruthy();
        expect(new Set(form.fields.map(({ label }) => label)).size).toBe(form.fields.length);
      }
    },
  );

  it.each(ids)('%s knows each of its fields by one key in either language', (id) => {
    const keys = keyTable(registry[id]);
    for (const [name, field] of fieldsOf(id)) {
      if (field.hidden) continue;
      for (const typed of [name, keyOf(en, registry[id], name), keyOf(vi, registry[id], name)])
        expect([typed, keys.get(spoken(typed))]).toEqual([typed, name]);
      for (const t of [en, vi])
        expect([name, keys.get(spoken(sayLabel(t, field.label ?? (`field.${name}` as never))))]).toEqual([
          name,
          name,
        ]);
    }
  });

  it.each(ids)('%s understands its choices by value and in every language', (id) => {
    for (const [, field] of fieldsOf(id)) {
      if (field.control.kind !== 'choice') continue;
      for (const { value, label } of field.control.options)
        for (const said of [
          value,
          sayLabel(en, label),
          sayLabel(vi, label),
          sayLabel(vi, label).toUpperCase(),
        ])
          expect([said, field.read(said, vnd)]).toEqual([said, { ok: true, value }]);
    }
  });

  it.each(ids)(
    '%s has only positional and asked-for fields that it has, and defaults that it can read',
    (id) => {
      const command = registry[id];
      for (const name of [...command.positional, ...(command.asksFor ?? [])])
        expect(command.fields).toHaveProperty(name);
      for (const [, field] of fieldsOf(id))
        if (field.fallback !== undefined) expect(field.read(field.fallback, vnd).ok).toBe(true);
    },
  );
});
