/** An index whose writer is killed at any moment opens, is sound, and holds whole batches. Hundreds of kills: npm run test:kill. */
import { expect, test } from 'vitest';
import { buildOfTwelve, bundleAdder, killAdders, killRemovers } from './kill.ts';

test('killed while it adds, two dozen times', { timeout: 300_000 }, async () => {
  expect(await killAdders(await bundleAdder(), 24, 1)).toBeGreaterThanOrEqual(12);
});

test('killed while it takes articles out, a dozen times', { timeout: 300_000 }, async () => {
  expect(await killRemovers(await bundleAdder(), 12, 2, buildOfTwelve)).toBeGreaterThan(3);
});
