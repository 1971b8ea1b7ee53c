import { limits } from './limits.ts';

/** Files that were dropped in the browser, in memory until they are fetched; the last few. */
export function createFiles() {
  const files = new Map<string, Buffer>();
  return {
    keep(reference: string, bytes: Buffer): void {
      files.set(reference, bytes);
      const [oldest] = files.keys();
      if (files.size > limits.files && oldest !== undefined) files.delete(oldest);
    },
    find: (reference: string): Buffer | null => files.get(reference) ?? null,
  };
}

export type Files = ReturnType<typeof createFiles>;
