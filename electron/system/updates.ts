import { readFileSync } from 'node:fs';
import { app } from 'electron';
import type { Notice } from '../../shared/model/app-state.ts';
import type { UpdateChoice } from '../../shared/model/settings.ts';
import type { UpdatesState } from '../../shared/model/updates.ts';
import { installKind } from '../updates/install-kind.ts';
import { UpdatePromise } from '../updates/promise.ts';
import { Updates } from '../updates/updates.ts';
import { reportError } from './log.ts';

/**
 * Updates for this copy, and what the person should know of the last one. electron-updater is loaded by the first check.
 */
export function createUpdates(
  dataFolder: string,
  choice: () => UpdateChoice,
  onChange: (state: UpdatesState) => void,
): { readonly updates: Updates; readonly notice: Notice | null } {
  const promise = new UpdatePromise(dataFolder);
  const broken = promise.broken(app.getVersion());
  // A server on loopback for the tests; what is packed never asks for it.
  const testConfig = app.isPackaged ? null : (process.env['TOCTOC_TEST_UPDATES'] ?? null);
  const { platform, env, execPath, resourcesPath } = process;
  const packaged = app.isPackaged || testConfig !== null;
  const updates = new Updates({
    kind: installKind({ platform, env, execPath, resourcesPath, packaged, read: readText }),
    choice,
    load: async () => (await import('./updater.ts')).createUpdater(testConfig, reportError),
    onChange,
    promise: (version) => promise.make(version),
    quit: () => app.quit(),
    report: reportError,
  });
  if (broken === null) return { updates, notice: null };
  const problem = { code: 'update-not-installed', params: { version: broken } } as const;
  return { updates, notice: { id: 'update-not-installed', problem } };
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
