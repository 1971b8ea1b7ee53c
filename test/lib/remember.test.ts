import { describe, expect, it } from 'vitest';
import { inTime } from '../../src/lib/in-time.ts';
import { remembering } from '../../src/lib/remember.ts';
import { HandClock } from '../support/company.ts';

const minutes = (count: number) => count / (24 * 60);

describe('what is remembered', () => {
  function counted(answer: (id: string) => Promise<string> = async (id) => id) {
    const asked: string[] = [];
    const clock = new HandClock('2026-11-18T03:00:00Z');
    const ask = remembering(clock, (id) => {
      asked.push(id);
      return answer(id);
    });
    return { asked, clock, ask };
  }

  it('is asked once in five minutes, also by two at the same time', async () => {
    const { asked, clock, ask } = counted();
    expect(await Promise.all([ask('a'), ask('a'), ask('b')])).toEqual(['a', 'a', 'b']);
    clock.pass(minutes(4));
    await ask('a');
    expect(asked).toEqual(['a', 'b']);
    clock.pass(minutes(2));
    await ask('a');
    expect(asked).toEqual(['a', 'b', 'a']);
  });

  it('is no failure', async () => {
    const { asked, ask } = counted(() => Promise.reject(new Error('down')));
    await expect(ask('a')).rejects.toThrow('down');
    await expect(ask('a')).rejects.toThrow('down');
    expect(asked).toHaveLength(2);
  });

  it('is not without end: the oldest goes first', async () => {
    const { asked, ask } = counted();
    for (let id = 0; id <= 1000; id++) await ask(String(id));
    await ask('1000');
    await ask('0');
    expect(asked).toHaveLength(1002);
  });
});

it('what does not come in time, or fails, is the fallback', async () => {
  expect(await inTime(Promise.resolve(1), 0, 1000)).toBe(1);
  expect(await inTime(new Promise<number>(() => {}), 0, 1)).toBe(0);
  expect(await inTime(Promise.reject(new Error('down')), 0, 1000)).toBe(0);
});
