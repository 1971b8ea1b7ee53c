import { whoIsMade } from '../../cards/made.ts';
import type { CommandId } from '../../chat/command.ts';
import { Unsure } from '../../crm/records/made.ts';

/** Does it, or where a record that it makes may be one that we have, asks which: the same command goes on with that. */
export const orAsk = <T>(command: CommandId, work: () => Promise<T>): Promise<T> =>
  work().catch((error: unknown) => {
    throw error instanceof Unsure ? whoIsMade(command, error) : error;
  });
