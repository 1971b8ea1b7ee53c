import type { Department } from '../../db/client.ts';

export type { Department };

/** Who may be in charge of a stage, as it is typed. */
export const departments = ['sales', 'marketing', 'care'] as const satisfies readonly Lowercase<Department>[];
