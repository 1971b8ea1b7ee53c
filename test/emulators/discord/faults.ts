/** What may go wrong with a request. `die` closes the connection without an answer, before or after the effect. */
export type Fault =
  | { readonly rateLimit: number; readonly global?: boolean }
  | { readonly status: number }
  | { readonly die: 'before' | 'after' }
  | { readonly late: number };

interface Planned {
  readonly method: string;
  readonly path: RegExp;
  readonly fault: Fault;
  left: number;
}

/** The knobs: each plan strikes the next `times` requests that match, first plan first. */
export class Faults {
  #planned: Planned[] = [];

  plan(method: string, path: RegExp, fault: Fault, times = 1): void {
    this.#planned.push({ method, path, fault, left: times });
  }

  take(method: string, path: string): Fault | undefined {
    const found = this.#planned.find((p) => p.left > 0 && p.method === method && p.path.test(path));
    if (found) found.left -= 1;
    return found?.fault;
  }

  /** Forgets what has not struck yet. */
  clear(): void {
    this.#planned = [];
  }
}
