import { describe, expect, it } from 'vitest';
import { chooseFrom, debianPackages, installLine, isDebian, notInstalled } from '../../../build/runtime/debian.ts';
import { notFound } from '../../../build/runtime/libraries.ts';

describe('Debian and its children', () => {
  it.each([
    ['PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n', true],
    ['ID=ubuntu\nID_LIKE=debian\n', true],
    ['ID=linuxmint\nID_LIKE="ubuntu debian"\n', true],
    ['ID=fedora\nHOME_URL="https://debian.example"\n', false],
    ['', false],
  ])('%j: %s', (osRelease, expected) => {
    expect(isDebian(osRelease)).toBe(expected);
  });
});

describe('packages that are missing', () => {
  const dpkg = 'xvfb\tinstalled\nxterm\tconfig-files\nlibasound2t64\tinstalled\n\n';

  it('are those not fully installed, each once', () => {
    expect(notInstalled(['xvfb', 'xterm', 'knockd', 'knockd'], dpkg)).toEqual(['xterm', 'knockd']);
  });

  it('are not those of which an alternative is there', () => {
    expect(notInstalled(['libasound2t64 | libasound2', 'libgtk-3-0t64 | libgtk-3-0'], dpkg)).toEqual([
      'libgtk-3-0t64 | libgtk-3-0',
    ]);
  });

  it('are all of them when dpkg-query says nothing', () => {
    expect(notInstalled(debianPackages.lab, '')).toEqual([...debianPackages.lab]);
  });

  it.each([
    ['Package: libasound2\nVersion: 1.2.8\n', 'libasound2'],
    ['Package: libasound2t64\nProvides: libasound2 (= 1.2.14)\n', 'libasound2t64'],
    ['', 'libasound2'],
  ])('are installed by the name of this release: %j', (aptCache, name) => {
    expect(chooseFrom('libasound2t64 | libasound2', aptCache)).toBe(name);
  });

  it('come with the line that installs them', () => {
    expect(installLine(['xvfb', 'xterm'])).toBe(
      'sudo apt-get update && sudo apt-get install -y --no-install-recommends xvfb xterm',
    );
  });
});

describe('the output of ldd', () => {
  it('names the libraries that are not found, each once', () => {
    const ldd = [
      '\tlinux-vdso.so.1 (0x00007ffd0a5f2000)',
      '\tlibffmpeg.so => /opt/electron/libffmpeg.so (0x00007f0b8e000000)',
      '\tlibgtk-3.so.0 => not found',
      '\tlibnss3.so => not found',
      '\tlibgtk-3.so.0 => not found',
      '\t/lib64/ld-linux-x86-64.so.2 (0x00007f0b9f000000)',
    ].join('\n');
    expect(notFound(ldd)).toEqual(['libgtk-3.so.0', 'libnss3.so']);
  });

  it('names none for a static executable', () => {
    expect(notFound('\tnot a dynamic executable\n')).toEqual([]);
  });
});
