import { commands } from './commands.ts';
import { fields } from './fields.ts';
import { problems } from './problems.ts';

/** Every sentence of the bot in Vietnamese. */
export const vi = { ...commands, ...fields, ...problems } as const;
