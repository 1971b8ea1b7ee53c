import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: '100%',
    // The files of a process share modules and the embedded database: importing and opening them cost most of the time.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    globalSetup: 'test/support/shelf.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
