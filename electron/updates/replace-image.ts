import { chmodSync, closeSync, copyFileSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';

/**
 * Puts a new AppImage in the place of the old one, under the old name: menus, start at login and ssh's configuration
 * know it by that. In one step: whatever fails, a full disk above all, the old one is there. (electron-updater deletes
 * the old one first, and then starts the new one to see it end.)
 *
 * @throws the system's error; then nothing has changed
 */
export function replaceImage(image: string, update: string): void {
  const next = `${image}.new`;
  try {
    copyFileSync(update, next);
    chmodSync(next, 0o755);
    const file = openSync(next, 'r+');
    fsyncSync(file);
    closeSync(file);
    renameSync(next, image);
  } catch (error) {
    rmSync(next, { force: true });
    throw error;
  }
  rmSync(update, { force: true });
}
