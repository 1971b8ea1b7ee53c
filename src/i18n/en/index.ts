import { commands } from './commands.ts';
import { fields } from './fields.ts';
import { problems } from './problems.ts';

/** Every sentence of the bot in English: the catalogue that other languages satisfy. */
export const en = { ...commands, ...fields, ...problems } as const;
