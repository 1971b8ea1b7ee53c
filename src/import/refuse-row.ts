import type { Args, Problem } from '../lib/errors.ts';

/** A row of the file that cannot be written, and why. The other rows are. */
export class RowRefused extends Error {
  readonly field: string | undefined;
  readonly problem: Problem;

  constructor(field: string | undefined, problem: Problem) {
    super(problem.code);
    this.field = field;
    this.problem = problem;
  }
}

/** Refuses the row at hand with `problem.<code>`, because of what this field says. */
export function refuseRow(field: string | undefined, code: string, args?: Args): never {
  throw new RowRefused(field, args ? { code, args } : { code });
}
