import { describe, expect, it } from 'vitest';
import { dropped } from '../../src/chat/dropped.ts';

const file = (name: string) => ({ reference: `F-${name}`, name, size: 5 });
const taken = (words: string, ...names: string[]) =>
  dropped(names.map(file), words).map(({ wire }) => wire.name);

describe('the files of a message', () => {
  it('are all to be imported where nothing is said', () => {
    expect(taken(' ', 'a.csv', 'b.png')).toEqual(['a.csv', 'b.png']);
  });

  it('are only the tables where something is said: a picture goes with the words', () => {
    expect(taken('log note D-1 xong', 'b.png', 'c.pdf')).toEqual([]);
    expect(taken('nhập giúp mình', 'a.CSV', 'b.png', 'c.xlsx')).toEqual(['a.CSV', 'c.xlsx']);
  });

  it('are named by what their platform knows them by, however long their names are', () => {
    const [one] = dropped([file('x'.repeat(500))], '');
    expect(one).toMatchObject({ command: 'import.file', wire: { size: '5' } });
    expect(one?.wire.name?.length).toBeLessThanOrEqual(200);
  });
});
