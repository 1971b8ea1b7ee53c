import { type Logger, LogLevel } from '@slack/bolt';
import type { BaseLogger } from 'pino';

export type Log = Pick<BaseLogger, 'debug' | 'info' | 'warn' | 'error'>;

/** Bolt's own remarks in our log. Its errors are reported again where they are handled, so they weigh less here. */
export function boltLogger(log: Log): Logger {
  const say =
    (level: 'debug' | 'info' | 'warn') =>
    (...parts: unknown[]) =>
      log[level]({ from: 'bolt' }, parts.map(String).join(' '));
  return {
    debug: () => {},
    info: say('debug'),
    warn: say('warn'),
    error: say('warn'),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
