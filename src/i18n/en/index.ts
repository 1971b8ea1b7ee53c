import { commands } from './commands.ts';
import { fields } from './fields.ts';
import { platforms } from './platforms.ts';
import { problems } from './problems.ts';

/** Every sentence of the bot in English: the catalogue that other languages satisfy. */
export const en = { ...commands, ...fields, ...platforms, ...problems } as const;
