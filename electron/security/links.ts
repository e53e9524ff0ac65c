import { shell } from 'electron';
import { fail, ok, type Result } from '../../shared/result.ts';
import { checkedLink, type OpenableScheme } from './link-table.ts';

/**
 * Hands a link to the system's handler, by the key of a constant table; rejects with a sentence when the link is not of
 * that kind, or nothing here opens it. The only importer of `shell`.
 */
export async function openLink(scheme: OpenableScheme, link: string): Promise<void> {
  await shell.openExternal(checkedLink(scheme, link));
}

/**
 * Shows a folder in the system's file manager. For a constant of main only: a path that came from elsewhere could name a
 * program, which this would start.
 */
export async function openFolder(folder: string): Promise<Result<null>> {
  const reason = await shell.openPath(folder);
  return reason === '' ? ok(null) : fail({ code: 'folder-not-opened', params: { folder, reason } });
}
