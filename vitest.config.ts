import { defineConfig } from 'vitest/config';

/** What is waited for comes when the machine has time for it: by itself vitest gives it one second. */
const poll = { timeout: 30_000 };

/**
 * One project per suite; `tests/run.ts` runs those that this machine can. A test ends as soon as what it waits for is
 * there: the times are for a machine that is several times as slow, or busy with something else.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // By itself vitest leaves one processor free, which with two is half of them.
          maxWorkers: '100%',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll },
        },
      },
      {
        test: {
          name: 'integration',
          // They mostly wait: for sockets, for time to pass, for shells.
          maxWorkers: 4,
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          expect: { poll },
        },
      },
      {
        test: {
          name: 'terminals',
          include: ['tests/terminals/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll },
        },
      },
      {
        test: {
          name: 'wine',
          include: ['tests/wine/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          expect: { poll },
        },
      },
      {
        test: {
          name: 'lab',
          include: ['tests/lab/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          expect: { poll },
        },
      },
      {
        test: {
          name: 'package',
          include: ['tests/package/**/*.test.ts'],
          globalSetup: 'tests/package/support/pack.ts',
          testTimeout: 240_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          expect: { poll },
        },
      },
    ],
  },
});
