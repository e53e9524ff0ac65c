// `node build/complete-lockfile.ts`: after a change of dependencies, where the registry in use lacks packages for other
// systems. npm leaves an optional package that it cannot fetch out of package-lock.json, and then `npm ci` refuses the
// file as incomplete, here and everywhere. This writes those entries as npm would, but for the checksum, which it adds
// itself on the systems that install them.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './runtime/project.ts';

/** An entry of package-lock.json (https://docs.npmjs.com/cli/configuring-npm/package-lock-json), as far as it matters here. */
interface Entry {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

export interface Lockfile {
  readonly packages: Readonly<Record<string, Entry>>;
  readonly [field: string]: unknown;
}

const systems = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

/** The systems a binary package is for, by its name: `@oxc-parser/binding-linux-arm-musleabihf`. */
export function platformOf(name: string): { os: string[]; cpu: string[]; libc?: string[] } | undefined {
  const words = name.split(/[-/]/);
  const os = words.find((word) => systems.includes(word));
  const cpu = words.find((word) => processors.includes(word));
  if (os === undefined || cpu === undefined) return undefined;
  const libc = words.find((word) => /^(gnu|musl)/.test(word));
  if (os !== 'linux' || libc === undefined) return { os: [os], cpu: [cpu] };
  return { os: [os], cpu: [cpu], libc: [libc.startsWith('musl') ? 'musl' : 'glibc'] };
}

/** The lock file with an entry for every optional package that a package pins to one version, and that has none. */
export function complete(lock: Lockfile): { readonly lock: Lockfile; readonly added: readonly string[] } {
  const missing: Record<string, Entry> = {};
  for (const parent of Object.values(lock.packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const key = `node_modules/${name}`;
      const platform = platformOf(name);
      if (lock.packages[key] !== undefined || platform === undefined || !/^\d+\.\d+\.\d+$/.test(version)) continue;
      missing[key] = {
        version,
        cpu: platform.cpu,
        dev: true,
        ...(platform.libc && { libc: platform.libc }),
        optional: true,
        os: platform.os,
      };
    }
  }
  const entries = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => (a < b ? -1 : 1));
  return { lock: { ...lock, packages: Object.fromEntries(entries) }, added: Object.keys(missing) };
}

if (process.argv[1] === import.meta.filename) {
  const file = process.argv[2] ?? join(projectRoot, 'package-lock.json');
  const { lock, added } = complete(JSON.parse(await readFile(file, 'utf8')));
  if (added.length > 0) await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${added.length} entries added to ${file}`);
}
