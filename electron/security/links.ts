import { shell } from 'electron';
import { checkedLink, type OpenableScheme } from './link-table.ts';

/**
 * Hands a link to the system's handler, by the key of a constant table; rejects with a sentence when the link is not of
 * that kind, or nothing here opens it. The only importer of `shell`.
 */
export async function openLink(scheme: OpenableScheme, link: string): Promise<void> {
  await shell.openExternal(checkedLink(scheme, link));
}
