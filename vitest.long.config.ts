import { defineConfig } from 'vitest/config';

/** Tests that take minutes, by name: `npm run test:kill`. */
export default defineConfig({ test: { include: ['test/**/*.long.ts'], testTimeout: 3_600_000 } });
