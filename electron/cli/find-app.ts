import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** How to start the app. */
export interface AppProgram {
  readonly file: string;
  readonly args: readonly string[];
}

/** Where this command lies, and what it runs on. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  /** Whether this is Electron, that is, an installed copy; else plain Node, from source. */
  readonly packaged: boolean;
  readonly execPath: string;
  /** The folder of this file, somewhere inside the package. */
  readonly folder: string;
  /** Runs one of the project's own scripts; answers with the line it prints. */
  readonly ask: (script: string) => Promise<string>;
}

/** The executable inside an unpacked Electron. */
const EXECUTABLE: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/**
 * Finds the app that belongs to this command; `null` when there is none.
 *
 * - Installed: the app itself. An AppImage and a portable copy run from a temporary folder: they name their real file.
 * - From source: this package on the Electron that `npm start` would take.
 */
export async function findApp({
  platform,
  env,
  packaged,
  execPath,
  folder,
  ask,
}: Surroundings): Promise<AppProgram | null> {
  if (packaged) return { file: env['APPIMAGE'] ?? env['PORTABLE_EXECUTABLE_FILE'] ?? execPath, args: [] };
  const root = packageRoot(folder);
  if (root === null) return null;
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return { file: join(override, EXECUTABLE[platform] ?? 'electron'), args: [root] };
  const script = join(root, 'build/runtime/electron-path.ts');
  if (!existsSync(script)) return null;
  const file = (await ask(script)).trim();
  return file === '' ? null : { file, args: [root] };
}

/** The built package that holds `folder`. */
function packageRoot(folder: string): string | null {
  if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'out/main/main.cjs'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? null : packageRoot(parent);
}
