import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action, Card } from '../../src/chat/card.ts';
import { fitActions } from '../../src/chat/draft.ts';
import { maxPacked, pack, unpack, type Wire } from '../../src/chat/wire.ts';

const name = fc.string({ unit: 'grapheme', minLength: 1 });
const wires: fc.Arbitrary<Wire> = fc.dictionary(name, fc.string({ unit: 'grapheme' }), {
  noNullPrototype: true,
});

describe('a packed button', () => {
  it('is read as what it was, whatever its fields say', () => {
    const packed = fc.record({
      command: fc.stringMatching(/^[a-z]+(\.[a-z]+)?$/),
      wire: wires,
      replace: fc.boolean(),
    });
    fc.assert(
      fc.property(packed, ({ command, wire, replace }) => {
        const button = { command, wire, ...(replace && { replace }) };
        expect(unpack(pack(button))).toEqual(button);
      }),
    );
  });

  it('looks as it is documented', () => {
    expect(pack({ command: 'deal.move', wire: { deal: '42', stage: '5' } })).toBe(
      'deal.move?deal=42&stage=5',
    );
    expect(pack({ command: 'undo', wire: {}, replace: true })).toBe('undo!');
    expect(unpack('log.note?text=a%3Fb%26c%3Dd')).toEqual({ command: 'log.note', wire: { text: 'a?b&c=d' } });
  });

  it('may be anything when it comes from outside', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(unpack(text).command).toBeTypeOf('string');
      }),
    );
  });
});

describe('the buttons of a card', () => {
  const cardWith = (...actions: Action[]): Card => ({
    title: ['x'],
    blocks: [
      { kind: 'note', text: ['y'] },
      { kind: 'actions', actions },
    ],
  });
  const fail = (error: unknown) => {
    throw error;
  };
  const actionsOf = (card: Card) =>
    card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));

  it('are stored where they are too long for a platform, and keep their command, label and place', async () => {
    const stored: [string, Wire][] = [];
    const save = async (command: string, wire: Wire) => stored.push([command, wire]);
    const text = 'khách hẹn tuần sau gọi lại vì còn chờ sếp duyệt';
    const long: Action = {
      label: 'Log',
      style: 'primary',
      command: 'log.call',
      wire: { record: 'D-1', text, _ask: '1' },
      replace: true,
    };
    const short: Action = { label: 'Show', command: 'deal.show', wire: { deal: '1' } };
    const card = await fitActions(cardWith(short, long, { ...long, wire: { record: 'D-2', text } }), {
      save,
      lost: fail,
    });
    expect(actionsOf(card)).toEqual([
      short,
      { ...long, wire: { _draft: '1', _ask: '1' } },
      { ...long, wire: { _draft: '2' } },
    ]);
    expect(stored).toEqual([
      ['log.call', { record: 'D-1', text }],
      ['log.call', { record: 'D-2', text }],
    ]);
  });

  it('are left out where they cannot be stored, and the card is told all the same', async () => {
    const lost: unknown[] = [];
    const long: Action = { label: 'Log', command: 'log.call', wire: { text: 'x'.repeat(200) } };
    const card = await fitActions(cardWith(long), {
      save: () => Promise.reject(new Error('down')),
      lost: (error) => lost.push(error),
    });
    expect(actionsOf(card)).toEqual([]);
    expect(card.title).toEqual(cardWith(long).title);
    expect(lost).toHaveLength(1);
  });

  it('all fit in a hundred characters, however long their fields', async () => {
    let drafts = 0;
    await fc.assert(
      fc.asyncProperty(wires, async (wire) => {
        const card = await fitActions(cardWith({ label: 'x', command: 'digest.subscribe', wire }), {
          save: async () => ++drafts,
          lost: fail,
        });
        for (const action of actionsOf(card)) expect(pack(action).length).toBeLessThanOrEqual(maxPacked);
      }),
    );
    expect(drafts).toBeGreaterThan(0);
  });
});
