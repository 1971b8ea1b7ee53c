import { commands } from './commands.ts';
import { fields } from './fields.ts';
import { platforms } from './platforms.ts';
import { problems } from './problems.ts';

/** Every sentence of the bot in Vietnamese. */
export const vi = { ...commands, ...fields, ...platforms, ...problems } as const;
