import { describe, expect, it } from 'vitest';
import { complete, platformOf, readHash, withHashes, withoutHash } from '../../../build/complete-lockfile.ts';

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

describe('the hashes of a lock file', () => {
  const hash = `sha512-${'a'.repeat(86)}==`;
  const packages = {
    '': { name: 'app', version: '0.1.0' },
    local: { version: '1.0.0' },
    'node_modules/local': { resolved: 'local', link: true, version: '1.0.0' },
    'node_modules/git': { version: '1.0.0', resolved: 'git+ssh://example/git.git#1' },
    'node_modules/bundled': { version: '1.0.0', inBundle: true },
    'node_modules/has': { version: '1.0.0', integrity: 'sha512-x' },
    'node_modules/@tool/win32-x64': { version: '1.2.3', cpu: ['x64'], os: ['win32'] },
    'node_modules/a/node_modules/inner': { version: '2.0.0' },
    'node_modules/alias': { name: 'real', version: '3.0.0', resolved: 'https://registry.example/real.tgz' },
  };

  it('are missing only where a registry would have them', () => {
    expect(Object.fromEntries(withoutHash({ packages }))).toEqual({
      'node_modules/@tool/win32-x64': '@tool/win32-x64@1.2.3',
      'node_modules/a/node_modules/inner': 'inner@2.0.0',
      'node_modules/alias': 'real@3.0.0',
    });
  });

  it('are written where npm has them, and replace none', () => {
    const keys = ['node_modules/@tool/win32-x64', 'node_modules/has'];
    const lock = withHashes({ packages }, new Map(keys.map((key) => [key, hash])));
    expect(lock.packages['node_modules/@tool/win32-x64']).toEqual({
      ...packages['node_modules/@tool/win32-x64'],
      integrity: hash,
    });
    expect(Object.keys(lock.packages['node_modules/@tool/win32-x64'] ?? {})).toEqual([
      'version',
      'integrity',
      'cpu',
      'os',
    ]);
    expect(lock.packages['node_modules/has']).toEqual(packages['node_modules/has']);
    expect(Object.keys(lock.packages)).toEqual(Object.keys(packages));
    expect([...withoutHash(lock).keys()]).toEqual(['node_modules/a/node_modules/inner', 'node_modules/alias']);
  });

  it.each([
    ['one', JSON.stringify(hash), hash],
    ['nothing', '', undefined],
    ['an error', '{"error": {"code": "E404"}}', undefined],
    ['a weak one', '"sha1-deadbeef"', undefined],
    ['one that is cut off', JSON.stringify(hash.slice(0, -4)), undefined],
  ])('are read from what the registry says: %s', (_what, json, read) => {
    expect(readHash(json)).toBe(read);
  });
});
