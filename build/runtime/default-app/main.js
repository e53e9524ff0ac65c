// Stands in for the default app that stock Electron carries: runs the app whose folder is named on the command line.
// Modelled on https://github.com/electron/electron/blob/v33.2.1/default_app/main.ts, without its welcome page and REPL.
import { existsSync, readFileSync } from 'node:fs';
import { Module } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron/main';

/** What the command line asks for: `electron [-r module]... [chromium options] folder [the app's own arguments]`. */
function parse(argv) {
  const required = [];
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i];
    if (argument === '--version' || argument === '-v') return { version: true, required };
    if (argument === '-r' || argument === '--require') required.push(argv[++i]);
    else if (argument.startsWith('--require=')) required.push(argument.slice('--require='.length));
    else if (!argument.startsWith('-')) return { folder: resolve(argument), required };
  }
  return { required };
}

/** Name, version and desktop file come from the app's package.json, as if the app were packaged. */
function introduce(folder) {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return;
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  if (manifest.version) app.setVersion(manifest.version);
  app.name = manifest.productName ?? manifest.name ?? app.name;
  app.setDesktopName(manifest.desktopName ?? `${app.name}.desktop`);
}

const { version, folder, required } = parse(process.argv.slice(1));
if (version) {
  console.log(`v${process.versions.electron}`);
  process.exit(0);
}
if (folder === undefined) {
  console.error('usage: electron [options] path-to-app');
  process.exit(1);
}
// Playwright's loader comes this way.
if (required.length > 0) Module._preloadModules(required);
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
introduce(folder);
try {
  const entry = Module._resolveFilename(folder, null, true);
  app.setAppPath(existsSync(join(folder, 'package.json')) ? folder : dirname(entry));
  await import(pathToFileURL(entry).href);
} catch (error) {
  console.error('App threw an error during load');
  console.error(error);
  process.exit(1);
}
