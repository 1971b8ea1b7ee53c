import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder for the databases of this run, which is removed after it. */
    shelf: string;
  }
}

/** Runs before all tests; what it returns after them. */
export default async function setup(project: TestProject) {
  const shelf = await mkdtemp(join(tmpdir(), 'chot-test-'));
  project.provide('shelf', shelf);
  return () => rm(shelf, { recursive: true, force: true });
}
