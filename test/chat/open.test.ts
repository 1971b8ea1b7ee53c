import { describe, expect, it } from 'vitest';
import type { Opened } from '../../src/chat/platform.ts';
import { an, desk, form, here, invoke } from './desk.ts';

const from = { person: an, place: here };
const opened = (got: Opened) => {
  if (got.kind !== 'form') throw new Error(JSON.stringify(got.card));
  return got.form;
};

describe('a form', () => {
  const open = async (line: string, settings?: Parameters<typeof desk>[0]) => {
    const { chat, ran } = desk(settings);
    return { chat, ran, form: opened(await chat.open(form(chat.plan({ line }, an)), from)) };
  };
  const values = (of: { fields: readonly { name: string; value?: string }[] }) =>
    Object.fromEntries(of.fields.map(({ name, value }) => [name, value]));

  it('is filled with present values over defaults, what was typed on top', async () => {
    const present = { deal: 'D-3', title: 'Gia hạn Acme', note: 'as it was', reason: 'stored' };
    expect(values((await open('deal edit D-3')).form)).toEqual(present);
    expect(values((await open('deal edit D-3 ttile:New')).form)).toEqual({ ...present, title: 'New' });
  });

  it('keeps its errors, and is put into the language of the person', async () => {
    const { form } = await open('deal edit D-3 ttile:New', { locales: { an: 'vi' } });
    expect(form.title).toBe('Sửa cơ hội');
    expect(form.fields.find(({ name }) => name === 'title')?.error).toContain('title');
  });

  it('clears what was emptied in it, and nothing when its present values had not been shown', async () => {
    const { chat, ran, form: shown } = await open('deal edit D-3');
    await chat.handle(
      invoke('deal.edit', { ...shown.carried, deal: 'D-3', title: 'Gia hạn Acme', note: '' }),
    );
    expect(ran[0]?.input).toMatchObject({ title: 'Gia hạn Acme', note: null });
    const early = form(chat.plan({ line: 'deal edit D-3' }, an));
    await chat.handle(invoke('deal.edit', { ...early.carried, deal: 'D-3', title: 'New', note: '' }));
    expect(ran[1]?.input).toEqual({ deal: { id: 3, title: 'Gia hạn Acme' }, title: 'New', reason: 'none' });
  });

  it('is filled from what a button stored', async () => {
    const { chat, drafts } = desk();
    drafts.push({ title: 'Kho mới', amount: '5tr' });
    const planned = chat.plan({ command: 'deal.add', wire: { _draft: '1', _ask: '1' } }, an);
    expect(planned).toMatchObject({ kind: 'ask', prefill: true });
    const filled = opened(await chat.open(form(planned), from));
    expect(values(filled)).toMatchObject({ title: 'Kho mới', amount: '5tr' });
    expect(filled.carried).toEqual({});
  });

  it('is not opened where nothing can come of it, but told why, which is no fault', async () => {
    const { chat, faults } = desk({ locales: { an: 'vi' } });
    const got = await chat.open(form(chat.plan({ line: 'deal edit closed' }, an)), from);
    expect(got).toEqual({
      kind: 'refuse',
      card: { title: ['Cơ hội này đang mở, không cần mở lại.'], tone: 'warn', blocks: [] },
    });
    expect(faults).toEqual([]);
  });

  it('stays as it was when it cannot be filled', async () => {
    const { chat, faults } = desk();
    const asked = form(chat.plan({ line: 'deal edit down' }, an));
    expect(opened(await chat.open(asked, from))).toBe(asked);
    const lost = { person: { ...an, name: 'unreachable' }, place: here };
    expect(opened(await chat.open(asked, lost))).toBe(asked);
    expect(faults).toHaveLength(2);
  });
});
