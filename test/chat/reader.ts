import type { Reader } from '../../src/chat/field.ts';

/** A Sunday morning in Hồ Chí Minh City. */
export const vnd: Reader = {
  now: new Date('2026-11-22T03:00:00Z'),
  zone: 'Asia/Ho_Chi_Minh',
  currency: 'VND',
};
