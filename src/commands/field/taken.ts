import type { AnyCommand } from '../../chat/command.ts';
import { keyTable } from '../../chat/names.ts';
import type { Ctx } from '../../crm/context.ts';

/** Every name that a command's own fields go by on a line: a field of the same name would never be reached. */
export const namesTaken = (command: AnyCommand<Ctx>) => [...keyTable(command).keys()];
