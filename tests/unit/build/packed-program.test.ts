import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../build/runtime/project.ts';
import { packedProgram } from '../../package/support/packed-program.ts';

const inDist = (path: string) => join(projectRoot, 'dist', path);

describe('the packed program', () => {
  it.each([
    ['linux', 'x64', 'linux-unpacked/toctoc', 'linux-unpacked/resources/bin/toctoc'],
    ['linux', 'arm64', 'linux-arm64-unpacked/toctoc', 'linux-arm64-unpacked/resources/bin/toctoc'],
    ['win32', 'x64', 'win-unpacked/Toctoc.exe', 'win-unpacked/resources/bin/toctoc.exe'],
    [
      ...(['darwin', 'arm64'] as const),
      ...['mac-universal/Toctoc.app/Contents/MacOS/Toctoc', 'mac-universal/Toctoc.app/Contents/Resources/bin/toctoc'],
    ],
  ] as const)('of %s on %s is where electron-builder puts it', (platform, arch, program, command) => {
    expect(packedProgram(platform, arch, () => true)).toEqual({ program: inDist(program), command: inDist(command) });
  });

  it('is a Mac’s own where no universal one was packed', () => {
    const isThere = (path: string) => path.includes(`${sep}mac-arm64${sep}`);
    expect(packedProgram('darwin', 'arm64', isThere).program).toBe(
      inDist('mac-arm64/Toctoc.app/Contents/MacOS/Toctoc'),
    );
  });

  it('is missing in so many words', () => {
    expect(() => packedProgram('linux', 'x64', () => false)).toThrow('npm run package:dir');
  });
});
