import { readFileSync, statSync } from 'node:fs';
import { tooBig } from '../../../shared/formats/import-bounds.ts';
import { fail, type Result } from '../../../shared/result.ts';
import { errorCode } from '../../knock/errors.ts';
import { decodeBytes } from './decode-bytes.ts';

/** The text of a regular file, of whatever encoding; links are followed. */
export function readText(path: string): Result<string> {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return fail({ code: 'import-folder', params: { file: path } });
    // A device or a pipe would never end.
    if (!stat.isFile()) return fail({ code: 'import-unreadable', params: { file: path, reason: 'EINVAL' } });
    return tooBig(stat.size) ?? decodeBytes(readFileSync(path));
  } catch (error) {
    return fail({ code: 'import-unreadable', params: { file: path, reason: errorCode(error) } });
  }
}
