import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Many tests start the built program, each of them some 0.2 s, and slower on a busy machine.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
