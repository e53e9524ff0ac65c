import type { Environment } from '../environment.ts';
import { exportRegistryKey, isFileThere, isThere, readTool } from '../start.ts';
import type { Finder } from './finder.ts';
import { linuxFinder } from './linux.ts';
import { macosFinder } from './macos.ts';
import { variable, windowsFinder } from './windows.ts';

/** A finder for this kind of system, that looks at the real files and the real registry. */
export function finderFor(platform: NodeJS.Platform, environment: Environment): Finder {
  if (platform === 'darwin') return macosFinder({ environment, isThere, read: readTool });
  if (platform !== 'win32') return linuxFinder(environment);
  const root = variable(environment, 'SystemRoot') ?? 'C:\\Windows';
  return windowsFinder({ environment, isThere: isFileThere, exportKey: (key) => exportRegistryKey(root, key) });
}
