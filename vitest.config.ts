import { defineConfig } from 'vitest/config';

// npm test: everything, with fixed seeds, in under five minutes. The projects run in turn, since the machine may be small.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          environment: 'node',
          isolate: false,
          // Two files at a time, as many as a small machine has cores.
          maxWorkers: 2,
          // Limits for machines under load, where a test that starts a command can take long; they loosen no assertion.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          environment: 'node',
          globalSetup: 'tests/support/build-site.ts',
          testTimeout: 120_000,
          hookTimeout: 240_000,
          // The unit tests first.
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
        },
      },
    ],
  },
});
