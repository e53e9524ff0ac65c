import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveToUser } from './user.ts';

/**
 * The environment of an AppImage in all but its runtime: a copy that can look for updates, at a server on loopback, which
 * is all that a build may ask that is not packaged.
 *
 * @param folder for its configuration and what it fetches
 * @param image the file that it takes itself for
 */
export function updatingCopy(folder: string, image: string, url: string): Readonly<Record<string, string>> {
  const config = join(folder, 'app-update.yml');
  writeFileSync(config, `provider: generic\nurl: ${url}\nupdaterCacheDirName: toctoc-updater\n`);
  const cache = join(folder, 'cache');
  mkdirSync(cache);
  giveToUser(config, cache);
  return { APPIMAGE: image, TOCTOC_TEST_UPDATES: config, XDG_CACHE_HOME: cache };
}
