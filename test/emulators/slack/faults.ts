/**
 * What can go wrong with a request of the app. Those that end in `_after` take effect and their answer never arrives;
 * the others have no effect.
 */
export type Fault =
  | { readonly kind: 'rate_limited'; readonly retryAfter: number }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'dies_before' }
  | { readonly kind: 'hangs_before' }
  | { readonly kind: 'dies_after' }
  | { readonly kind: 'status_after'; readonly status: number }
  | { readonly kind: 'hangs_after' };

/** Faults waiting to happen, by Web API method, or `upload` or `response_url`. */
export class Faults {
  readonly #waiting = new Map<string, Fault[]>();

  /** The next `times` requests to `method` go wrong in this way. */
  add(method: string, fault: Fault, times = 1) {
    const queue = this.#waiting.get(method) ?? [];
    for (let i = 0; i < times; i++) queue.push(fault);
    this.#waiting.set(method, queue);
  }

  take(method: string): Fault | undefined {
    return this.#waiting.get(method)?.shift();
  }

  /** Whether all that waited for a method has happened. */
  isSpent(method: string): boolean {
    return (this.#waiting.get(method)?.length ?? 0) === 0;
  }

  clear() {
    this.#waiting.clear();
  }
}
