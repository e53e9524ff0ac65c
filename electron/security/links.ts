import { shell } from 'electron';
import { fail, ok, type Result } from '../../shared/result.ts';
import { checkedLink, type OpenableScheme, PAGES } from './link-table.ts';

/**
 * Hands a link to the system's handler, by the key of a constant table; rejects with a sentence when the link is not of
 * that kind, or nothing here opens it. The only importer of `shell`.
 */
export async function openLink(scheme: OpenableScheme, link: string): Promise<void> {
  await shell.openExternal(checkedLink(scheme, link));
}

/**
 * Shows a folder in the system's file manager, or a page in its browser. For a constant of main only: a path that came
 * from elsewhere could name a program, which this would start.
 */
export async function openFolder(folder: string): Promise<Result<null>> {
  const reason = await shell.openPath(folder);
  return reason === '' ? ok(null) : fail({ code: 'folder-not-opened', params: { folder, reason } });
}

/** Opens the page with all versions in the person's browser. */
export async function openDownloads(): Promise<Result<null>> {
  const link = PAGES.downloads;
  try {
    await openLink('https', link);
    return ok(null);
  } catch (error) {
    return fail({ code: 'link-failed', params: { link, reason: String(error) } });
  }
}
