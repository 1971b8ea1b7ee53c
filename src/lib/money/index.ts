export type { Money } from './money.ts';
export { minorDigits } from './money.ts';
export { MAX_DIGITS, type MoneyProblem, readMoney } from './read.ts';
