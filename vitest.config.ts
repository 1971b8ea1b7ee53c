import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: '100%',
    isolate: false,
    globalSetup: 'test/support/shelf.ts',
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
