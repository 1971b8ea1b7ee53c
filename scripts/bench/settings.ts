import { type Config, parseConfig } from '../../src/config.ts';

/** Everything at its default. */
export function testSettings(): Config {
  const parsed = parseConfig({ LOG_LEVEL: 'silent', DEFAULT_LOCALE: 'en' });
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return parsed.config;
}
