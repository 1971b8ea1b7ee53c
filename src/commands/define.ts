import type { Command, Fields } from '../chat/command.ts';
import type { Ctx } from '../crm/context.ts';

/** Ties a command's `run` to the types of its own fields. */
export const defineCommand = <const F extends Fields<Ctx>>(command: Command<Ctx, F>): Command<Ctx, F> =>
  command;
