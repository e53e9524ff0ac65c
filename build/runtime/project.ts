import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

/** The folder that holds package.json. */
export const projectRoot = resolve(import.meta.dirname, '../..');

/** Where what is fetched once is kept: `npm ci` empties it together with node_modules. */
export const cacheFolder = join(projectRoot, 'node_modules/.cache');

/** `require` as the `electron` package sees it: reaches the zip reader it installs itself with. */
export const requireFromElectron = createRequire(createRequire(import.meta.url).resolve('electron/package.json'));
