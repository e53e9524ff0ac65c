import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';

/** The absolute path of an installed program, or `null`. */
export function installed(program: string): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(':')) {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return join(folder, program);
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

/**
 * Whether tests that lack programs have failed rather than being skipped by name: with `CI=true`, and where `npm test`
 * says that all of its suites must run.
 */
export function failsWithout(env: Readonly<Record<string, string | undefined>>): boolean {
  return env['CI'] === 'true' || env['TOCTOC_MUST_RUN'] === '1';
}

/** Tests that need programs. Where one is missing they are skipped by name, or have failed: {@link failsWithout}. */
export function describeWith(programs: readonly string[], name: string, suite: () => void): void {
  const missing = programs.filter((program) => installed(program) === null);
  const title = `${name} (needs ${programs.join(', ')})`;
  if (missing.length === 0) {
    describe(title, () => suite());
  } else if (!failsWithout(process.env)) {
    describe.skip(title, () => suite());
  } else {
    describe(title, () => {
      it('has what it needs', () => {
        throw new Error(`not installed: ${missing.join(', ')}`);
      });
    });
  }
}
