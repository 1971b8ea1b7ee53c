import { readMoney } from '../../../src/lib/money/index.ts';

/** `1200000000 VND`, or the code of the problem with the readings it offers. */
export function outcome(text: string, currency = 'VND'): string {
  const reading = readMoney(text, currency);
  if (reading.ok) return `${reading.value.amount} ${reading.value.currency}`;
  const { code, args } = reading.problem;
  return args?.a === undefined ? code : `${code} ${args.a} ${args.b}`;
}

/** Lines of `text → outcome`. */
export function table(lines: string): [string, string][] {
  const rows = lines.trim().split('\n');
  return rows.map((row) => row.trim().split(/\s+→\s+/) as [string, string]);
}
