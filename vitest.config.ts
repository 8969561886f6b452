import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/property-seed.ts'],
    reporters: ['default', ['json', { outputFile: 'coverage/results.json' }]],
    // Most of a test's time is waiting for a process, a socket or a page: no core is left to the runner alone.
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What is waited for comes by itself; a busy machine needs longer than the usual second.
    expect: { poll: { timeout: 30_000 } },
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'commands/**/*.ts', 'config/**/*.ts'],
      reporter: ['text-summary', 'json-summary'],
    },
  },
});
