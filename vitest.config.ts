import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/property-seed.ts'],
    reporters: ['default', ['json', { outputFile: 'coverage/results.json' }]],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is waited for comes by itself; a busy machine needs longer than the usual second.
    expect: { poll: { timeout: 10_000 } },
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'commands/**/*.ts', 'config/**/*.ts'],
      reporter: ['text-summary', 'json-summary'],
    },
  },
});
