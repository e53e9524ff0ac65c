import { describe, expect, it } from 'vitest';
import { desktopName, type OsFacts, osName } from '../../../electron/system/os-name.ts';

const linux = (osRelease: string | null): OsFacts => ({
  platform: 'linux',
  version: '#1 SMP PREEMPT_DYNAMIC Debian 6.1.119-1',
  systemVersion: '6.1.0',
  osRelease,
});

describe('the system’s name', () => {
  it.each<readonly [facts: OsFacts, name: string]>([
    [
      linux('NAME="Debian"\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n'),
      'Debian GNU/Linux 12 (bookworm)',
    ],
    [linux("PRETTY_NAME='Void Linux'"), 'Void Linux'],
    [linux('PRETTY_NAME=Alpine'), 'Alpine'],
    [linux('PRETTY_NAME="The \\"Quoted\\" \\$1"'), 'The "Quoted" $1'],
    [linux('ID=x\n#PRETTY_NAME="No"'), 'Linux'],
    [linux('PRETTY_NAME=""'), 'Linux'],
    [linux(null), 'Linux'],
    [{ platform: 'darwin', version: 'Darwin Kernel Version 24', systemVersion: '15.2', osRelease: null }, 'macOS 15.2'],
    [{ platform: 'win32', version: 'Windows 11 Pro', systemVersion: '10.0', osRelease: null }, 'Windows 11 Pro'],
  ])('is read from %j', (facts, name) => {
    expect(osName(facts)).toBe(name);
  });
});

describe('the desktop', () => {
  it.each<readonly [env: NodeJS.ProcessEnv, name: string | null]>([
    [{ XDG_CURRENT_DESKTOP: 'ubuntu:GNOME', XDG_SESSION_TYPE: 'wayland' }, 'ubuntu/GNOME, wayland'],
    [{ XDG_SESSION_TYPE: 'x11' }, 'x11'],
    [{ XDG_CURRENT_DESKTOP: '' }, null],
    [{}, null],
  ])('of %j is %j', (env, name) => {
    expect(desktopName(env)).toBe(name);
  });
});
