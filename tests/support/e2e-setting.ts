import { findElectron } from '../../build/runtime/find-electron.ts';
import { missingLibraries } from '../../build/runtime/libraries.ts';
import { run } from '../../build/runtime/process.ts';
import { projectRoot } from '../../build/runtime/project.ts';
import { startDesktop } from './desktop.ts';
import { asUser, e2eUser } from './e2e-user.ts';
import { readableApp } from './readable-copy.ts';

/** What the e2e suite finds set up, told by environment variables, and how to take it down. */
export interface Setting {
  readonly env: NodeJS.ProcessEnv;
  readonly stop: () => Promise<void>;
}

/** Of a suite that needs none of it. */
export const noSetting: Setting = { env: {}, stop: () => Promise.resolve() };

/**
 * An Electron, the built app, an X server and a session bus:
 * - `TOCTOC_ELECTRON` the executable, `TOCTOC_APP_DIR` the folder to start it on;
 * - `TOCTOC_E2E_USER` only when the tests run as root: the user to start it as;
 * - `TOCTOC_E2E_NO_SANDBOX=1` where that user cannot have a sandbox (in most containers): Electron needs --no-sandbox;
 * - DISPLAY, XAUTHORITY, DBUS_SESSION_BUS_ADDRESS, XDG_RUNTIME_DIR: see desktop.ts.
 * Throws a sentence when something of it cannot be had here.
 */
export async function setUpE2e(say: (line: string) => void, lane = 0): Promise<Setting> {
  const electron = await findElectron(say);
  say(electron.line);
  const missing = await missingLibraries(electron.executable);
  if (missing.length > 0) throw new Error(`Electron lacks ${missing.join(', ')} on this system.`);
  const user = process.getuid?.() === 0 ? await e2eUser(say, lane) : undefined;
  const [file, ...args] = asUser(user, ['unshare', '--user', '--map-root-user', 'true']);
  const sandboxed = (await run(file, args)).code === 0;
  if (!sandboxed) say('This system forbids user namespaces: Electron is tested without its sandbox.');
  const app = await readableApp(projectRoot, electron.executable, user);
  const desktop = await startDesktop(user).catch(async (error: unknown) => {
    await app.remove();
    throw error;
  });
  const env = {
    ...desktop.env,
    TOCTOC_ELECTRON: app.executable,
    TOCTOC_APP_DIR: app.appDir,
    ...(sandboxed ? {} : { TOCTOC_E2E_NO_SANDBOX: '1' }),
    ...(user === undefined ? {} : { TOCTOC_E2E_USER: user.name }),
  };
  const stop = async (): Promise<void> => {
    await desktop.stop();
    await app.remove();
  };
  return { env, stop };
}
