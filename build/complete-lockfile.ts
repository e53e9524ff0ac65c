// `node build/complete-lockfile.ts`: after a change of dependencies, where the registry in use lacks packages for other
// systems. npm leaves an optional package that it cannot fetch out of package-lock.json, and then `npm ci` refuses the
// file as incomplete, here and everywhere. This writes those entries as npm would, with the hash (`integrity`) that the
// registry's metadata has for them. Where the registry does not know the package at all there is no hash to be had: such
// an entry is named in the output and stays without one, and `npm ci` installs it unverified. These can only be binaries
// of build tools for other systems (Biome's, oxc's); run this again where a complete registry is in use, and they get it.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './runtime/process.ts';
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

/** The entries that come from a registry and have no hash, each with what npm calls that package: `name@version`. */
export function withoutHash(lock: Lockfile): ReadonlyMap<string, string> {
  const found = Object.entries(lock.packages).flatMap(([key, entry]): [string, string][] => {
    const local = !key.includes('node_modules/') || entry['link'] === true || entry['inBundle'] === true;
    const elsewhere = typeof entry['resolved'] === 'string' && !/^https?:/.test(entry['resolved']);
    if (local || elsewhere || entry.version === undefined || entry['integrity'] !== undefined) return [];
    const name = typeof entry['name'] === 'string' ? entry['name'] : key.slice(key.lastIndexOf('node_modules/') + 13);
    return [[key, `${name}@${entry.version}`]];
  });
  return new Map(found);
}

/** The lock file with these hashes, each where npm has it: after the version. A hash that is there is never replaced. */
export function withHashes(lock: Lockfile, hashes: ReadonlyMap<string, string>): Lockfile {
  const packages = Object.entries(lock.packages).map(([key, entry]) => {
    const integrity = hashes.get(key);
    if (integrity === undefined || entry['integrity'] !== undefined) return [key, entry];
    const { version, resolved, ...rest } = entry;
    return [key, { version, ...(resolved !== undefined && { resolved }), integrity, ...rest }];
  });
  return { ...lock, packages: Object.fromEntries(packages) };
}

/** The hash in what `npm view … dist.integrity --json` says; undefined for anything but a SHA-512 of full length. */
export function readHash(json: string): string | undefined {
  try {
    const hash: unknown = JSON.parse(json);
    return typeof hash === 'string' && /^sha512-[A-Za-z0-9+/]{86}==$/.test(hash) ? hash : undefined;
  } catch {
    return undefined;
  }
}

async function askRegistry(packageAtVersion: string): Promise<string | undefined> {
  const { code, stdout } = await run('npm', ['view', packageAtVersion, 'dist.integrity', '--json'], { limit: 60_000 });
  return code === 0 ? readHash(stdout) : undefined;
}

if (process.argv[1] === import.meta.filename) {
  const file = process.argv[2] ?? join(projectRoot, 'package-lock.json');
  const { lock, added } = complete(JSON.parse(await readFile(file, 'utf8')));
  const hashes = new Map<string, string>();
  const unknown: string[] = [];
  for (const [key, spec] of withoutHash(lock)) {
    const hash = await askRegistry(spec);
    if (hash === undefined) unknown.push(spec);
    else hashes.set(key, hash);
  }
  const changed = added.length + hashes.size > 0;
  if (changed) await writeFile(file, `${JSON.stringify(withHashes(lock, hashes), null, 2)}\n`);
  console.log(`${added.length} entries and ${hashes.size} hashes added to ${file}`);
  if (unknown.length > 0) {
    console.log(
      `${unknown.length} entries stay without a hash, for the registry in use gave none:\n${unknown.join('\n')}`,
    );
  }
}
