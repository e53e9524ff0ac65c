import { shell } from 'electron';
import { fail, ok, type Result } from '../../shared/result.ts';
import { isLinkKey, LINKS } from './link-table.ts';

/** Opens one of {@link LINKS} in the system's browser. The only place that reaches `shell`. */
export async function openLink(key: unknown): Promise<Result<null>> {
  if (!isLinkKey(key)) return fail({ code: 'request-refused', params: { reason: 'an unknown link' } });
  try {
    await shell.openExternal(LINKS[key]);
    return ok(null);
  } catch (error) {
    return fail({ code: 'launch-failed', params: { path: LINKS[key], reason: String(error) } });
  }
}
