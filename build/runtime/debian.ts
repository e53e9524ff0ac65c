import { readFile } from 'node:fs/promises';
import { type Ended, run } from './process.ts';
import { withoutStartingServices } from './quiet-services.ts';

/**
 * What each job needs on Debian. `a | b`: the first that this release has (Debian 13 renamed some to …t64).
 * window: what `ldd` names on Electron's binary comes with the first four; libsecret is opened at run time, for the
 * keyring, and without a font a page shows nothing.
 */
export const debianPackages = {
  window: [
    'libgtk-3-0t64 | libgtk-3-0',
    'libnss3',
    'libasound2t64 | libasound2',
    'libgbm1',
    'libxss1',
    'libsecret-1-0',
    'fonts-dejavu-core',
  ],
  browser: ['chromium', 'fonts-dejavu-core'],
  /** The deb's own dependencies, and what looks at packages. */
  package: [
    'libnotify4',
    'xdg-utils',
    'desktop-file-utils',
    'appstream',
    'mandoc',
    'p7zip-full | 7zip',
    'rpm',
    'rpm2cpio',
    'cpio',
  ],
  shells: ['bash', 'zsh', 'fish'],
  desktop: ['xvfb', 'dbus', 'dbus-x11', 'xterm', 'xdotool', 'gnome-keyring', 'openssh-client', 'util-linux', 'procps'],
  /** For the README's capture of the screen. */
  pictures: ['imagemagick'],
  terminals: ['gnome-terminal', 'konsole', 'xfce4-terminal', 'kitty', 'alacritty', 'foot', 'weston'],
  wine: ['wine', 'wine64', 'gcc-mingw-w64-x86-64', 'nsis', 'p7zip-full | 7zip'],
  lab: [
    'knockd',
    'iptables',
    'nftables',
    'ufw',
    'iproute2',
    'openssh-server',
    'openssh-client',
    'tcpdump',
    'netcat-openbsd',
    'rsync',
    'git',
    'ethtool',
    'procps',
    'gcc',
    'libc6-dev',
  ],
} as const satisfies Record<string, readonly string[]>;

export type DebianJob = keyof typeof debianPackages;

/** What is left to do by hand: nothing, or a sentence with the one line that does it. */
export type Prepared = { readonly ready: true } | { readonly ready: false; readonly advice: string };

const INSTALL_LIMIT = 20 * 60_000;

/**
 * Sees to it that the packages for these jobs are there: as root on Debian it installs what is missing, and says so;
 * else it returns the line that does. Off Debian it returns ready: there, what is missing shows when it is looked for.
 */
export async function prepareDebian(jobs: readonly DebianJob[], say: (line: string) => void): Promise<Prepared> {
  if (!isDebian(await readFile('/etc/os-release', 'utf8').catch(() => ''))) return { ready: true };
  const absent = await missingPackages(jobs);
  if (absent.length === 0) return { ready: true };
  if (process.getuid?.() !== 0) {
    const chosen = await choose(absent);
    return { ready: false, advice: `Missing Debian packages; this installs them: ${installLine(chosen)}` };
  }

  const apt = (...args: string[]): Promise<Ended> =>
    run('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, limit: INSTALL_LIMIT });
  say(`Installing Debian packages, once: ${absent.map(lastName).join(' ')} …`);
  const updated = await apt('update');
  const chosen = await choose(absent);
  const installed = await withoutStartingServices(chosen, say, () =>
    apt('install', '-y', '--no-install-recommends', ...chosen),
  );
  if (installed.code === 0) return { ready: true };
  const reason = `${updated.stderr}${installed.stderr}`.trim().split('\n').slice(-5).join('\n');
  return { ready: false, advice: `apt-get could not install ${chosen.join(' ')}:\n${reason}` };
}

/** Debian or one of its children (Ubuntu, Mint …), by the text of /etc/os-release. */
export function isDebian(osRelease: string): boolean {
  return /^(ID|ID_LIKE)=.*\bdebian\b/m.test(osRelease);
}

/** The packages among `wanted` of which no alternative is installed, by dpkg-query's "name, tab, status" lines. */
export function notInstalled(wanted: readonly string[], dpkg: string): string[] {
  const installed = new Set<string>();
  for (const line of dpkg.split('\n')) {
    const [name, status] = line.split('\t');
    if (name !== undefined && status === 'installed') installed.add(name);
  }
  return [...new Set(wanted)].filter((entry) => !alternatives(entry).some((name) => installed.has(name)));
}

/** The line a person types. */
export function installLine(packages: readonly string[]): string {
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}

async function missingPackages(jobs: readonly DebianJob[]): Promise<string[]> {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query fills these in, not JavaScript.
  const format = '${Package}\\t${db:Status-Status}\\n';
  const { stdout } = await run('dpkg-query', ['--show', '--showformat', format]);
  return notInstalled(
    jobs.flatMap((job) => [...debianPackages[job]]),
    stdout,
  );
}

/** Asks apt which of the alternatives it can install. */
async function choose(entries: readonly string[]): Promise<string[]> {
  const { stdout } = await run('apt-cache', ['show', '--no-all-versions', ...entries.flatMap(alternatives)]);
  return entries.map((entry) => chooseFrom(entry, stdout));
}

/** Of `a | b`, the first that is a package of its own in the output of `apt-cache show`, or else the last. */
export function chooseFrom(entry: string, aptCache: string): string {
  const known = new Set([...aptCache.matchAll(/^Package: (\S+)$/gm)].map((match) => match[1]));
  return alternatives(entry).find((name) => known.has(name)) ?? lastName(entry);
}

function alternatives(entry: string): string[] {
  return entry.split('|').map((name) => name.trim());
}

function lastName(entry: string): string {
  return alternatives(entry).at(-1) ?? entry;
}
