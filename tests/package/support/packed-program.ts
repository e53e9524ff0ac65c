import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../build/runtime/project.ts';

/** A packed program and its command line, absolute paths. */
export interface Packed {
  readonly program: string;
  readonly command: string;
}

/** Below a folder in dist/: its program and its command line. */
const PARTS = {
  win32: ['Toctoc.exe', 'resources/bin/toctoc.exe'],
  darwin: ['Toctoc.app/Contents/MacOS/Toctoc', 'Toctoc.app/Contents/Resources/bin/toctoc'],
  linux: ['toctoc', 'resources/bin/toctoc'],
} as const;

const NAMES = { win32: 'win', darwin: 'mac', linux: 'linux' } as const;

/**
 * The program that electron-builder left in dist/ for this system. Throws a sentence where there is none.
 *
 * @param isThere whether a file exists
 */
export function packedProgram(
  platform: NodeJS.Platform,
  arch: string,
  isThere: (path: string) => boolean = existsSync,
): Packed {
  const system = platform === 'win32' || platform === 'darwin' ? platform : 'linux';
  const name = NAMES[system];
  const folders =
    system === 'darwin'
      ? [`${name}-universal`, `${name}-${arch}`, name]
      : [arch === 'x64' ? `${name}-unpacked` : `${name}-${arch}-unpacked`];
  const [file, tool] = PARTS[system];
  const found = folders
    .map((folder) => join(projectRoot, 'dist', folder))
    .find((folder) => isThere(join(folder, file)));
  if (found === undefined) throw new Error(`nothing is packed for ${platform} ${arch}: npm run package:dir packs it`);
  return { program: join(found, file), command: join(found, tool) };
}
