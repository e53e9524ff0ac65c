import { homedir } from 'node:os';
import { join } from 'node:path';
import { dialog } from 'electron';

/** The system's own file dialog, opened where ssh keeps its keys; `null` when it was closed without a choice. */
export async function pickIdentityFile(): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    defaultPath: join(homedir(), '.ssh'),
    properties: ['openFile', 'showHiddenFiles'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}
