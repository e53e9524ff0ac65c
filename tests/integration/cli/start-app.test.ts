import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NoApp, openApp } from '../../../electron/cli/app-link.ts';
import { here } from '../../../electron/cli/language.ts';
import { startHidden } from '../../../electron/cli/start-app.ts';
import { fill } from '../../../shared/text/sentence.ts';

/** Its stand-ins are for a shell, and its variables those of Unix. */
const unix = it.skipIf(process.platform === 'win32');
const never = new AbortController().signal;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toctoc-start-app-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** Stands in for the app: says something and ends. */
const ends = { file: '/bin/sh', args: ['-c', 'echo "ERROR: no luck" >&2; exit 7'] };

unix('an app that ends badly is told of by its last words', async () => {
  const started = startHidden(ends, []);
  await expect.poll(started.failure).toBe('7: ERROR: no luck');
});

unix.each([
  ['home', 'HOME', '7: ERROR: no luck'],
  ['place for temporary files', 'TMPDIR', '7'],
])('the app is started for an account without a %s', async (_what, variable, failure) => {
  vi.stubEnv(variable, join(folder, 'gone'));
  const started = startHidden(ends, []);
  await expect.poll(started.failure).toBe(failure);
});

unix('no app is started where it could keep nothing, and the folder is named', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const opening = openApp({ path: join(file, 'below'), chosen: true }, never);
  await expect(opening).rejects.toThrow(NoApp);
  const said = fill(here().cli.remote.folderUnwritable, { folder: join(file, 'below'), code: 'ENOTDIR' });
  await expect(opening).rejects.toThrow(said);
});
