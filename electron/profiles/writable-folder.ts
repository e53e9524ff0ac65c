import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode } from '../knock/errors.ts';

/**
 * Why nothing can be kept in a folder: the system's code, such as `EROFS`; `null`: it can. The folder is made if need be
 * (mode 0700), and a file written and taken away. Asking for permission is not enough: Windows answers yes for folders
 * whose list of rights says no.
 */
export function writeRefusal(path: string): string | null {
  try {
    makeFolder(path);
    const probe = join(path, `.start-${process.pid}`);
    writeFileSync(probe, '', { mode: 0o600 });
    rmSync(probe, { force: true });
    return null;
  } catch (error) {
    return errorCode(error);
  }
}

/**
 * With the folders above it, one by one: where a folder is there and yet none can be made in it for want of it (ENOENT:
 * `/proc`, a mount that has gone), Node's recursive call tries again for ever, deaf to signals (seen with Node 24.21).
 */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  const above = dirname(path);
  // A drive or a share of Windows may itself be missing, and has nothing above it.
  if (above !== path) makeFolder(above);
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another Toctoc that starts now may have been first.
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}
