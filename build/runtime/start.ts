// `npm start`: builds the app and opens its window. Without a display, does the same job in the terminal.
import { join } from 'node:path';
import { buildApp } from './build-app.ts';
import { prepareDebian } from './debian.ts';
import { findElectron } from './find-electron.ts';
import { missingLibraries } from './libraries.ts';
import { run } from './process.ts';
import { projectRoot } from './project.ts';
import { findSandbox } from './sandbox.ts';
import { hasSessionBus, NO_SESSION_BUS } from './session-bus.ts';

try {
  process.exitCode = await start(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Arguments are passed on to the app. Returns the exit code. */
async function start(args: readonly string[]): Promise<number> {
  console.log('Building …');
  if (!(await buildApp())) return 1;
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    console.log(
      'There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so this runs in the terminal.\n',
    );
    const practice = [join(projectRoot, 'out/main/toctoc.js'), 'practice'];
    return (await run(process.execPath, practice, { output: 'show' })).code ?? 1;
  }
  return openWindow(args);
}

async function openWindow(args: readonly string[]): Promise<number> {
  const prepared = await prepareDebian(['window'], console.log);
  const electron = await findElectron(console.log);
  console.log(electron.line);

  const missing = await missingLibraries(electron.executable);
  if (missing.length > 0) {
    console.error(`Electron cannot start, because this system lacks: ${missing.join(', ')}.`);
    const byHand = 'Install GTK 3, NSS, ALSA, GBM and libsecret with your package manager.';
    console.error(prepared.ready ? byHand : prepared.advice);
    return 1;
  }
  if (!prepared.ready) console.log(prepared.advice);
  if (process.platform === 'linux' && !hasSessionBus(process.env)) console.log(NO_SESSION_BUS);
  const sandbox = await findSandbox(electron.executable);
  if (sandbox.kind !== 'on') console.log(sandbox.say);
  if (sandbox.kind === 'impossible') return 1;
  const flags = sandbox.kind === 'off' ? ['--no-sandbox'] : [];
  const ended = await run(electron.executable, [...flags, projectRoot, ...args], { output: 'show' });
  if (ended.code === null && ended.stderr !== '') console.error(ended.stderr);
  return ended.code ?? 1;
}
