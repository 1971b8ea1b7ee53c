import { describe, expect, it } from 'vitest';
import type { Action, Card } from '../../src/chat/card.ts';
import type { Answer } from '../../src/chat/platform.ts';
import { maxPacked, pack } from '../../src/chat/wire.ts';
import { alone, an, desk, form, here, invoke } from './desk.ts';

const buttons = (card: Card): readonly Action[] =>
  card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
const said = ({ card }: Answer) => card.title.join('');

describe('what is asked for', () => {
  it('is done with what its fields read, and answered where it was asked', async () => {
    const { chat, ran } = desk();
    const answer = await chat.handle(invoke('deal.add', { title: ' Kho mới ', amount: '1,2 tỷ' }));
    expect(answer).toEqual({
      card: { title: ['deal.add done'], blocks: [] },
      visibility: 'channel',
      ok: 'done',
    });
    expect(ran).toEqual([
      {
        command: 'deal.add',
        locale: 'en',
        input: { title: 'Kho mới', amount: { amount: '1200000000', currency: 'VND' } },
      },
    ]);
  });

  it('finds the record that is meant, takes defaults, and gets no field it does not have', async () => {
    const { chat, ran } = desk();
    await chat.handle(invoke('deal.show', { deal: 'Acme', nonsense: 'x', _ask: '1' }));
    expect(ran[0]?.input).toEqual({ deal: { id: 3, title: 'Gia hạn Acme' }, share: 'me' });
  });

  it('is stored once: the second time it is the same event', async () => {
    const { chat, stored } = desk();
    const once = invoke('me', {});
    expect([await chat.accept(once), await chat.accept(once)]).toEqual([true, false]);
    await chat.handle(once);
    expect(stored.get('k1')).not.toBe('done');
    await chat.answered(once);
    expect(stored.get('k1')).toBe('done');
  });

  it('and had been done before a crash, is answered and not done again', async () => {
    const { chat, ran, crashedAfter } = desk();
    crashedAfter({ title: ['Done before'], blocks: [] });
    const answer = await chat.handle(invoke('deal.add', { title: 'A', amount: '5tr' }), true);
    expect([said(answer), answer.ok, ran]).toEqual(['Done before', 'done', []]);
  });
});

describe('somebody', () => {
  it('without the role is refused in private, and nothing is done', async () => {
    const { chat, ran } = desk({ access: 'viewer' });
    const answer = await chat.handle(invoke('deal.add', { title: 'A', amount: '5tr' }));
    expect(answer).toMatchObject({ visibility: 'private', ok: 'refused' });
    const denied = 'Your role does not allow this; please ask a manager or an admin.';
    expect(said(answer)).toBe(denied);
    // Nor is a form filled that would be refused.
    const opened = await chat.open(form(chat.plan({ line: 'deal edit D-3' }, an)), {
      person: an,
      place: here,
    });
    expect(opened).toMatchObject({ kind: 'refuse', card: { title: [denied] } });
    expect(ran).toEqual([]);
  });

  it.each(['anyone', 'outsider'] as const)(
    'who is %s reads nothing, is suggested nothing and is told how to come in',
    async (access) => {
      const { chat, ran } = desk({ access });
      const answer = await chat.handle(invoke('deal.show', { deal: 'Acme' }));
      expect([said(answer), answer.visibility, answer.ok]).toEqual(['Welcome, An', 'private', 'refused']);
      expect(
        await chat.suggest({
          person: an,
          place: here,
          command: 'deal.show',
          field: 'deal',
          text: '',
          wire: {},
        }),
      ).toEqual([]);
      expect(await chat.home(an)).toEqual({ title: ['Welcome, An'], blocks: [] });
      const asked = form(chat.plan({ line: 'deal edit D-3' }, an));
      expect(await chat.open(asked, { person: an, place: here })).toEqual({
        kind: 'refuse',
        card: { title: ['Welcome, An'], blocks: [] },
      });
      expect(ran).toEqual([]);
    },
  );

  it('who is not let in may ask to be, unless they are an outsider', async () => {
    const [guest, outsider] = [desk({ access: 'anyone' }), desk({ access: 'outsider' })];
    expect(said(await guest.chat.handle(invoke('crm.join', {})))).toBe('crm.join done');
    expect(said(await outsider.chat.handle(invoke('crm.join', {})))).toBe('Welcome, An');
    expect(outsider.ran).toEqual([]);
  });

  it('with the role is suggested records, at most 25', async () => {
    const { chat } = desk();
    const ask = (command: string, field: string, text = '') =>
      chat.suggest({ person: an, place: here, command: command as 'me', field, text, wire: {} });
    expect(await ask('deal.show', 'deal', 'Kho')).toEqual([
      { value: 'D-1', label: 'Kho Thủ Đức' },
      { value: 'D-2', label: 'Kho Bình Dương' },
    ]);
    expect(await ask('deal.show', 'share')).toEqual([]);
    expect(await ask('deal.show', 'constructor')).toEqual([]);
    expect(await ask('constructor', 'deal')).toEqual([]);
  });
});

describe('a mistake', () => {
  it('in a field is told in private, with a button that opens the form as it was', async () => {
    const { chat, ran } = desk();
    const answer = await chat.handle(invoke('deal.show', { deal: 'Nowhere' }));
    expect(answer).toMatchObject({ visibility: 'private', ok: 'refused', errors: { deal: said(answer) } });
    expect(said(answer)).toContain('Deal: I found nothing for “Nowhere”');
    const [fix] = buttons(answer.card);
    expect(fix).toMatchObject({ label: 'Fix it', command: 'deal.show', wire: { deal: 'Nowhere' } });
    const again = form(chat.plan(fix as Action, an));
    expect(again.fields[0]).toMatchObject({ name: 'deal', value: 'Nowhere' });
    expect(chat.plan({ command: 'deal.show', wire: { ...again.carried, deal: 'Acme' } }, an).kind).toBe(
      'run',
    );
    expect(ran).toEqual([]);
  });

  it('names every field that is wrong', async () => {
    const { chat } = desk();
    const answer = await chat.handle(invoke('deal.add', { title: '   ', amount: 'vài tỷ' }));
    expect(Object.keys(answer.errors ?? {})).toEqual(['title', 'amount']);
    expect(answer.card.blocks).toHaveLength(2);
  });

  it('of the business is its sentence, in private', async () => {
    const { chat, faults } = desk();
    const answer = await chat.handle(invoke('deal.won', { deal: 'Acme' }));
    expect(answer).toEqual({
      card: { title: ['There is no deal D-9.'], tone: 'warn', blocks: [] },
      visibility: 'private',
      ok: 'refused',
    });
    expect(faults).toEqual([]);
  });

  it('is told in the language of the person, the answer in that of the channel', async () => {
    const { chat, ran } = desk({ locales: { an: 'vi' }, channelLocale: 'en' });
    await chat.handle(invoke('me', {}, { place: alone }));
    expect(said(await chat.handle(invoke('deal.won', { deal: 'Acme' })))).toBe('Không có cơ hội D-9.');
    expect(said(await chat.handle(invoke('deal.won', { deal: 'Nowhere' })))).toContain('không tìm thấy');
    await chat.handle(invoke('deal.add', { title: 'A', amount: '5tr' }));
    expect(ran.map(({ command, locale }) => [command, locale])).toEqual([
      ['me', 'vi'],
      ['deal.add', 'en'],
    ]);
  });
});

describe('a name that fits several records', () => {
  it('asks which one, and the button completes what was asked', async () => {
    const { chat, ran } = desk();
    const answer = await chat.handle(invoke('deal.edit', { deal: 'Kho', title: 'Kho mới' }));
    expect(answer).toMatchObject({
      visibility: 'private',
      ok: 'refused',
      errors: { deal: 'Deal: which one do you mean by “Kho”?' },
    });
    expect(buttons(answer.card).map(({ label, wire }) => [label, wire])).toEqual([
      ['Kho Thủ Đức', { deal: 'D-1', title: 'Kho mới' }],
      ['Kho Bình Dương', { deal: 'D-2', title: 'Kho mới' }],
    ]);
    expect(ran).toEqual([]);
    const planned = chat.plan(buttons(answer.card)[1] as Action, an);
    if (planned.kind !== 'run') throw new Error('asked again');
    await chat.handle(invoke(planned.command, planned.wire, { key: 'k2' }));
    expect(ran[0]?.input).toMatchObject({ deal: { id: 2, title: 'Kho Bình Dương' }, title: 'Kho mới' });
  });

  it('does so also when the rest is too long for a button', async () => {
    const { chat, ran, drafts } = desk();
    const title = 'Kho mới ở khu công nghiệp phía Nam, giai đoạn hai, có mái che và bãi xe';
    const answer = await chat.handle(invoke('deal.edit', { deal: 'Kho', title }));
    const button = buttons(answer.card)[0] as Action;
    expect(pack(button).length).toBeLessThanOrEqual(maxPacked);
    expect(drafts[0]).toEqual({ deal: 'D-1', title });
    const planned = chat.plan(button, an);
    expect(planned.kind).toBe('run');
    await chat.handle(invoke(button.command, button.wire, { key: 'k2' }));
    expect(ran[0]?.input).toMatchObject({ deal: { id: 1, title: 'Kho Thủ Đức' }, title });
  });

  it('stores it for the one who reads the answer, and for everybody where the channel does', async () => {
    const { chat, keptFor, crashedAfter } = desk();
    const title = 'Kho mới '.repeat(14).trim();
    await chat.handle(invoke('deal.edit', { deal: 'Kho', title }));
    expect(keptFor).toEqual(['playground:an', 'playground:an']);
    const action: Action = { label: 'Again', command: 'deal.add', wire: { title } };
    crashedAfter({ title: ['Done'], blocks: [{ kind: 'actions', actions: [action] }] });
    await chat.handle(invoke('deal.add', { title, amount: '5tr' }), true);
    await chat.handle(invoke('deal.add', { title, amount: '5tr' }, { place: alone }), true);
    expect(keptFor.slice(2)).toEqual([null, 'playground:an']);
  });

  it('and a stored wire that is gone asks for what is missing', async () => {
    const { chat } = desk();
    const answer = await chat.handle(invoke('deal.add', { _draft: '99' }));
    expect(answer).toMatchObject({
      ok: 'refused',
      errors: { title: 'Please fill this in.', amount: 'Please fill this in.' },
    });
  });
});

describe('a fault of ours', () => {
  it('is told by a token, in private, and logged under the same token', async () => {
    const { chat, faults } = desk();
    const answer = await chat.handle(invoke('undo', {}));
    expect(answer).toMatchObject({ visibility: 'private', ok: 'fault', card: { tone: 'bad' } });
    const [fault] = faults;
    expect(fault).toMatchObject({ error: new Error('out of memory'), about: { command: 'undo', key: 'k1' } });
    expect(fault?.token).toMatch(/^[0-9a-f]{8}$/);
    expect(said(answer)).toContain(fault?.token);
    expect(said(answer)).not.toContain('memory');
  });

  it('is thrown by nothing a platform calls', async () => {
    const { chat, faults, stored } = desk();
    const gone = { ...an, name: 'unreachable' };
    expect(await chat.handle(invoke('me', {}, { person: gone }))).toMatchObject({
      ok: 'fault',
      visibility: 'private',
    });
    await chat.answered(invoke('me', {}));
    expect(stored.get('k1')).toBe('done');
    expect(await chat.handle(invoke('deal.show', { deal: 'down' }))).toMatchObject({ ok: 'fault' });
    expect(
      await chat.suggest({
        person: an,
        place: here,
        command: 'deal.show',
        field: 'deal',
        text: 'down',
        wire: {},
      }),
    ).toEqual([]);
    expect((await chat.home(gone)).tone).toBe('bad');
    const lost = invoke('me', {}, { key: 'lost' });
    expect(await chat.handle(lost)).toMatchObject({ ok: 'done' });
    await chat.answered(lost);
    expect(faults).toHaveLength(5);
  });

  it('is not a command that is no longer there', async () => {
    const { chat, faults, ran } = desk();
    const answer = await chat.handle(invoke('deal.gone', {}));
    expect(answer).toMatchObject({ ok: 'refused', visibility: 'private' });
    expect(said(answer)).toContain('older version');
    expect([faults, ran]).toEqual([[], []]);
  });
});

describe('the language', () => {
  it('of a person is the default until they are known, then their own, whatever a channel speaks', async () => {
    const { chat } = desk({ locale: 'en', locales: { an: 'vi' }, channelLocale: 'en' });
    expect(chat.locale(an)).toBe('en');
    await chat.handle(invoke('deal.add', { title: 'A', amount: '5tr' }));
    expect(chat.locale(an)).toBe('en');
    await chat.suggest({ person: an, place: here, command: 'deal.show', field: 'deal', text: '', wire: {} });
    expect(chat.locale(an)).toBe('vi');
    expect(chat.locale({ platform: 'slack', userId: 'an' })).toBe('en');
    expect(form(chat.plan({ line: 'deal add' }, an)).title).toBe('Cơ hội mới');
  });

  it('of a direct message is the person’s, also for what others would see elsewhere', async () => {
    const { chat, ran } = desk({ locales: { an: 'vi' }, channelLocale: 'en' });
    await chat.handle(invoke('deal.add', { title: 'A', amount: '5tr' }, { place: alone }));
    expect(ran[0]?.locale).toBe('vi');
  });
});
