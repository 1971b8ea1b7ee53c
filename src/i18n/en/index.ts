import { commands } from './commands.ts';
import { crm } from './crm.ts';
import { digest } from './digest.ts';
import { fields } from './fields.ts';
import { filters } from './filters.ts';
import { imports } from './import.ts';
import { metrics } from './metrics.ts';
import { platforms } from './platforms.ts';
import { playground } from './playground.ts';
import { problems } from './problems.ts';
import { profile } from './profile.ts';
import { readings } from './readings.ts';
import { terminal } from './terminal.ts';

/** Every sentence of the bot in English: the catalogue that other languages satisfy. */
export const en = {
  ...commands,
  ...crm,
  ...digest,
  ...fields,
  ...filters,
  ...imports,
  ...metrics,
  ...platforms,
  ...playground,
  ...problems,
  ...profile,
  ...readings,
  ...terminal,
} as const;
