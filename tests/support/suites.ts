import type { DebianJob } from '../../build/runtime/debian.ts';

export type SuiteName =
  | 'check'
  | 'build'
  | 'unit'
  | 'integration'
  | 'terminals'
  | 'wine'
  | 'ui'
  | 'lab'
  | 'package'
  | 'e2e';

/** What a suite runs on, beside Node. `desktop`: an X server and a session bus of its own, and an Electron. */
export type Need = 'linux' | 'root' | 'browser' | 'desktop' | 'x64';

export interface Suite {
  readonly name: SuiteName;
  /** `command`: passes or fails as a whole. The others say how each of their tests ended. */
  readonly kind: 'command' | 'vitest' | 'playwright';
  readonly needs: readonly Need[];
  /** Programs it starts, which must be on PATH; those of single tests are named there, by `describeWith`. */
  readonly programs: readonly string[];
  readonly packages: readonly DebianJob[];
  /** Runs on the client of a lab, where the person is root on Linux: see tests/lab/support/lab.ts. */
  readonly lab?: true;
  /** For a suite that mostly waits: so many of its files run at once, each lane on a lab and a desktop of its own. */
  readonly lanes?: { readonly count: number; readonly slowest: readonly string[] };
  /**
   * Minutes after which it (with lanes: one file of it) is ended and counts as failed: several times what a quiet machine
   * with two cores takes, for a busy one.
   */
  readonly minutes: number;
}

/** Every suite, in the order they run: the quick ones first, and what shows the built app after the build. */
export const suites: readonly Suite[] = [
  { name: 'check', kind: 'command', needs: [], programs: [], packages: [], minutes: 10 },
  { name: 'build', kind: 'command', needs: [], programs: [], packages: [], minutes: 10 },
  { name: 'unit', kind: 'vitest', needs: [], programs: [], packages: [], minutes: 10 },
  { name: 'integration', kind: 'vitest', needs: [], programs: [], packages: ['desktop', 'shells'], minutes: 15 },
  {
    name: 'terminals',
    kind: 'vitest',
    needs: ['linux'],
    programs: [
      ...['Xvfb', 'dbus-daemon', 'weston', 'gnome-terminal', 'konsole', 'xfce4-terminal', 'kitty', 'alacritty', 'foot'],
      'xterm',
    ],
    packages: ['desktop', 'terminals'],
    minutes: 8,
  },
  {
    name: 'wine',
    kind: 'vitest',
    needs: ['linux', 'x64'],
    programs: ['wine', 'x86_64-w64-mingw32-gcc'],
    packages: ['wine'],
    minutes: 12,
  },
  { name: 'ui', kind: 'playwright', needs: ['browser'], programs: [], packages: ['browser'], minutes: 20 },
  {
    name: 'lab',
    kind: 'vitest',
    needs: ['linux', 'root'],
    programs: [
      'ip',
      'knockd',
      'knock',
      'iptables',
      'nft',
      'ufw',
      'sshd',
      'ssh',
      'tcpdump',
      'rsync',
      'git',
      'ethtool',
      'gcc',
    ],
    packages: ['lab'],
    lab: true,
    lanes: { count: 3, slowest: ['server-setup', 'stock-doors', 'matrix', 'impaired', 'one-time', 'command-line'] },
    minutes: 10,
  },
  {
    name: 'package',
    kind: 'vitest',
    needs: ['linux', 'root', 'desktop', 'x64'],
    programs: ['dpkg', 'dpkg-deb', 'setpriv', 'desktop-file-validate', 'appstreamcli', 'mandoc'],
    packages: ['window', 'desktop', 'lab', 'shells', 'package'],
    lab: true,
    minutes: 15,
  },
  {
    name: 'e2e',
    kind: 'playwright',
    needs: ['linux', 'desktop'],
    programs: ['Xvfb', 'dbus-daemon', 'dbus-send', 'gnome-keyring-daemon', 'xterm', 'xdotool', 'ssh', 'setpriv'],
    packages: ['window', 'desktop', 'lab'],
    lab: true,
    lanes: { count: 3, slowest: ['many', 'remote', 'vault', 'desktop', 'prompt', 'quiet', 'tray'] },
    minutes: 10,
  },
];

/** Suites that look at what the build made. */
const needBuild: ReadonlySet<SuiteName> = new Set(['wine', 'ui', 'lab', 'e2e']);

/**
 * The suites to run: those named, or all that have a folder. Naming one that shows the app brings the build with it.
 * Throws a sentence on a name that is no suite's.
 */
export function selectSuites(names: readonly string[], hasTests: (suite: Suite) => boolean): readonly Suite[] {
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    const known = suites.map((suite) => suite.name).join(', ');
    throw new Error(`No suite is called ${unknown.join(', ')}. The suites are: ${known}.`);
  }
  const wanted = new Set(names.length > 0 ? names : suites.map((suite) => suite.name));
  const present = suites.filter((suite) => suite.kind === 'command' || hasTests(suite));
  if (present.some((suite) => wanted.has(suite.name) && needBuild.has(suite.name))) wanted.add('build');
  return present.filter((suite) => wanted.has(suite.name));
}

/** What this machine offers, as found once at the start. */
export interface Machine {
  readonly linux: boolean;
  readonly root: boolean;
  /** A processor that runs programs made for 64-bit PCs. */
  readonly x64: boolean;
  readonly browser: boolean;
  readonly missingPrograms: (programs: readonly string[]) => readonly string[];
}

/** Why a suite cannot run here, in words that end "needs …", or undefined when it can. */
export function reasonToSkip(suite: Suite, machine: Machine): string | undefined {
  if (suite.needs.includes('linux') && !machine.linux) {
    return suite.needs.includes('root') ? 'needs root on Linux' : 'needs Linux';
  }
  if (suite.needs.includes('x64') && !machine.x64) return 'needs a 64-bit PC';
  if (suite.needs.includes('root') && !machine.root) return 'needs root on Linux';
  if (suite.needs.includes('browser') && !machine.browser) return 'needs Chromium or Chrome';
  const missing = machine.missingPrograms(suite.programs);
  return missing.length > 0 ? `needs ${missing.join(', ')}` : undefined;
}
