import { lookup } from '../../chat/fields.ts';
import { taskLookup } from '../lookups/tasks.ts';

/** A task by its number or its words. */
export const task = lookup({ ...taskLookup });
