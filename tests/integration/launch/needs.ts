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

/** A suite that needs programs. Where one is missing it is skipped by name; with `CI=true` that is a failure. */
export function describeWith(programs: readonly string[], name: string, suite: () => void): void {
  const missing = programs.filter((program) => installed(program) === null);
  const title = `${name} (needs ${programs.join(', ')})`;
  if (missing.length === 0) {
    describe(title, () => suite());
  } else if (process.env['CI'] !== 'true') {
    describe.skip(title, () => suite());
  } else {
    describe(title, () => {
      it('has what it needs', () => {
        throw new Error(`not installed: ${missing.join(', ')}`);
      });
    });
  }
}
