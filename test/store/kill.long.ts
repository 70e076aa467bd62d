/** The kill test at length: npm run test:kill. */
import { expect, test } from 'vitest';
import { buildOfTwelve, bundleAdder, killAdders, killRemovers } from './kill.ts';

test('killed while it adds, four hundred times', async () => {
  expect(await killAdders(await bundleAdder(), 400, 3)).toBeGreaterThanOrEqual(200);
});

test('killed while it takes articles out, a hundred times', async () => {
  expect(await killRemovers(await bundleAdder(), 100, 4, buildOfTwelve)).toBeGreaterThan(20);
});
