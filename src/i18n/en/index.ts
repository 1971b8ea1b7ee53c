import { assignment } from './assignment.ts';
import { backup } from './backup.ts';
import { commands } from './commands.ts';
import { crm } from './crm.ts';
import { digest } from './digest.ts';
import { duplicates } from './duplicates.ts';
import { fields } from './fields.ts';
import { filters } from './filters.ts';
import { imports } from './import.ts';
import { leads } from './leads.ts';
import { metrics } from './metrics.ts';
import { permissions } from './permissions.ts';
import { platforms } from './platforms.ts';
import { playground } from './playground.ts';
import { problems } from './problems.ts';
import { profile } from './profile.ts';
import { quality } from './quality.ts';
import { readings } from './readings.ts';
import { stages } from './stages.ts';
import { survey } from './survey.ts';
import { tasks } from './tasks.ts';
import { terminal } from './terminal.ts';
import { uploads } from './uploads.ts';
import { working } from './working.ts';

/** Every sentence of the bot in English: the catalogue that other languages satisfy. */
export const en = {
  ...backup,
  ...assignment,
  ...commands,
  ...crm,
  ...digest,
  ...duplicates,
  ...fields,
  ...filters,
  ...imports,
  ...leads,
  ...metrics,
  ...permissions,
  ...platforms,
  ...playground,
  ...problems,
  ...profile,
  ...quality,
  ...readings,
  ...stages,
  ...survey,
  ...tasks,
  ...terminal,
  ...uploads,
  ...working,
} as const;
