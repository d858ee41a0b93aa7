import { defineConfig } from 'vitest/config';

// npm run prove: the long proofs, each time with fresh seeds, which are printed so that a failure can be run again (TIFA_SEED=…).
export default defineConfig({
  test: {
    include: ['tests/prove/**/*.prove.ts'],
    environment: 'node',
    testTimeout: 1_800_000,
    hookTimeout: 600_000,
    globalSetup: 'tests/support/build-site.ts',
    fileParallelism: false,
    reporters: ['verbose'],
  },
});
