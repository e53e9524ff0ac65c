import { describe, expect, it } from 'vitest';
import { complete, platformOf } from '../../../build/complete-lockfile.ts';

describe('the platform in the name of a binary package', () => {
  it.each([
    ['@biomejs/cli-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
    ['@biomejs/cli-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@oxc-parser/binding-linux-arm-musleabihf', { os: ['linux'], cpu: ['arm'], libc: ['musl'] }],
    ['@oxc-parser/binding-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
    ['@oxc-parser/binding-win32-x64-msvc', { os: ['win32'], cpu: ['x64'] }],
  ])('%s', (name, platform) => {
    expect(platformOf(name)).toEqual(platform);
  });

  it('is not guessed', () => {
    expect(platformOf('fsevents')).toBeUndefined();
    expect(platformOf('armory-x64')).toBeUndefined();
  });
});

describe('a lock file', () => {
  const tool = { version: '1.2.3', optionalDependencies: { 'tool-linux-x64': '1.2.3', 'tool-win32-x64': '1.2.3' } };
  const present = { version: '1.2.3', integrity: 'sha512-x', optional: true };

  it('gets the optional packages that were left out, and keeps the rest as it was', () => {
    const before = {
      name: 'app',
      packages: { '': {}, 'node_modules/tool': tool, 'node_modules/tool-linux-x64': present },
    };
    const { lock, added } = complete(before);
    expect(added).toEqual(['node_modules/tool-win32-x64']);
    expect(lock).toEqual({
      name: 'app',
      packages: {
        ...before.packages,
        'node_modules/tool-win32-x64': { version: '1.2.3', cpu: ['x64'], dev: true, optional: true, os: ['win32'] },
      },
    });
    expect(complete(lock).added).toEqual([]);
  });

  it('gets nothing for a range of versions, which only the registry can settle', () => {
    const ranged = { ...tool, optionalDependencies: { 'tool-win32-x64': '^1.2.3' } };
    expect(complete({ packages: { 'node_modules/tool': ranged } }).added).toEqual([]);
  });
});
