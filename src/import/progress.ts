import { Presets, SingleBar } from 'cli-progress';
import type { Translator } from '../i18n/index.ts';
import { formatNumber } from '../lib/format.ts';

export interface Progress {
  start(total: number): void;
  wrote(rows: number): void;
  stop(): void;
}

/** A bar on a terminal, elsewhere a line at each quarter. */
export function createProgress(t: Translator, stream: NodeJS.WriteStream | NodeJS.WritableStream): Progress {
  return 'isTTY' in stream && stream.isTTY ? createBar(t, stream) : createLines(t, stream);
}

function createBar(t: Translator, stream: NodeJS.WritableStream): Progress {
  const format = `${t('import.writing')} {bar} {percentage}% · {value}/{total} · {duration_formatted}`;
  const bar = new SingleBar({ format, stream, hideCursor: true, barsize: 30 }, Presets.shades_classic);
  return {
    start: (total) => bar.start(total, 0),
    wrote: (rows) => bar.increment(rows),
    stop: () => bar.stop(),
  };
}

const createLines = (t: Translator, stream: NodeJS.WritableStream): Progress =>
  inQuarters((done, total) => stream.write(`${writtenText(t, done, total)}\n`));

export function writtenText(t: Translator, done: number, total: number): string {
  return t('import.written', { done: formatNumber(done, t.locale), total: formatNumber(total, t.locale) });
}

/** Tells how far it is at each quarter. */
export function inQuarters(tell: (done: number, total: number) => void): Progress {
  let [total, done, told] = [0, 0, 0];
  return {
    start(rows) {
      [total, done, told] = [rows, 0, 0];
    },
    wrote(rows) {
      done += rows;
      const quarter = Math.floor((4 * done) / total);
      if (quarter > told) tell(done, total);
      told = quarter;
    },
    stop() {},
  };
}
