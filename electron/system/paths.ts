import { join } from 'node:path';

/**
 * Where a portable build for Windows keeps its data: in a folder beside the program, wherever that was carried; `null`
 * for every other build, and where the person named a folder. electron-builder's portable program sets the variable
 * (https://www.electron.build/nsis#portable).
 */
export function portableData(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, hasOwnFolder: boolean): string | null {
  const folder = env['PORTABLE_EXECUTABLE_DIR'];
  return platform === 'win32' && folder && !hasOwnFolder ? join(folder, 'Toctoc Data') : null;
}
