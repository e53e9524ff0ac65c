import { writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { fail, ok, type Result } from '../../shared/result.ts';
import { errorCode } from '../knock/errors.ts';

/** The system's own file dialog, opened where ssh keeps its keys; `null` when it was closed without a choice. */
export async function pickIdentityFile(): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    defaultPath: join(homedir(), '.ssh'),
    properties: ['openFile', 'showHiddenFiles'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Files to import, several at once (a folder of PuTTY sessions); none when the dialog was closed. */
export async function pickImportFiles(): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    properties: ['openFile', 'multiSelections', 'showHiddenFiles'],
  });
  return canceled ? [] : filePaths;
}

/** A folder to import; `null` when the dialog was closed. */
export async function pickImportFolder(): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({ properties: ['openDirectory', 'showHiddenFiles'] });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Where to write an export of this name; `null` when the dialog was closed. */
export async function pickExportFile(name: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog({
    defaultPath: join(app.getPath('documents'), name),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? null : filePath;
}

/** Asks where to, and writes `text` there for this user alone: it may hold a sequence. `null`: closed without a choice. */
export async function saveText(file: { readonly name: string; readonly text: string }): Promise<Result<string | null>> {
  const filePath = await pickExportFile(file.name);
  if (filePath === null) return ok(null);
  try {
    await writeFile(filePath, file.text, { mode: 0o600 });
    return ok(filePath);
  } catch (error) {
    return fail({ code: 'file-not-saved', params: { file: filePath, reason: errorCode(error) } });
  }
}
