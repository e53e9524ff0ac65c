import { randomUUID } from 'node:crypto';
import { copyFile, lstat, mkdir, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** ssh refuses a configuration that others can write, and nobody else has to read ours. */
const PRIVATE = 0o600;

/** A file's text; empty when there is none. Anything else that is wrong is thrown. */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error) && !(await isLink(path))) return '';
    throw error;
  }
}

/**
 * Replaces a file's text in one step, keeping its mode. A link stays one: what it leads to is replaced, and one that leads
 * nowhere is an error. A new file is the person's alone.
 */
export async function writeText(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const target = (await isLink(path)) ? await realpath(path) : path;
  const mode = await stat(target).then(
    (found) => found.mode & 0o777,
    () => PRIVATE,
  );
  const partial = join(dirname(target), `.toctoc-${randomUUID()}`);
  try {
    const file = await open(partial, 'wx', PRIVATE);
    try {
      await file.writeFile(text);
      await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/** Removes a file, or what a link leads to together with the link. One that is not there is no error. */
export async function removeFile(path: string): Promise<void> {
  if (await isLink(path)) await rm(await realpath(path), { force: true });
  await rm(path, { force: true });
}

/** A copy beside the file, as it is now; nothing where there is no file. */
export async function backUp(path: string): Promise<void> {
  try {
    await copyFile(path, `${path}.toctoc-backup`);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

async function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
