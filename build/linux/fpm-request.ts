import { chmod, cp, mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

/** What goes where: a file to a file, or the content of a folder (trailing `/`) to a folder. */
export interface Mapping {
  readonly from: string;
  readonly to: string;
}

/** A package as electron-builder asks fpm for it. */
export interface FpmRequest {
  readonly target: 'deb' | 'rpm';
  readonly name: string;
  readonly version: string;
  readonly architecture: string;
  /** First line: the summary; the rest: the description. */
  readonly description: string;
  readonly summary: string;
  readonly maintainer: string;
  readonly vendor: string;
  readonly url: string;
  readonly license: string;
  readonly category: string;
  readonly depends: readonly string[];
  readonly recommends: readonly string[];
  readonly afterInstall: string;
  readonly afterRemove: string;
  readonly output: string;
  readonly mappings: readonly Mapping[];
}

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true, default: [] as string[] } as const;

/** Reads fpm's command line. Throws for an option that electron-builder has not passed so far. */
export function parseFpm(argv: readonly string[]): FpmRequest {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      ...{ 'input-type': { ...text, short: 's' }, force: { type: 'boolean' }, 'output-type': { ...text, short: 't' } },
      ...{ depends: { ...texts, short: 'd' }, 'deb-recommends': texts, log: text },
      ...{ architecture: text, name: text, version: text, package: text, description: text, maintainer: text },
      ...{ vendor: text, url: text, license: text, category: text, 'after-install': text, 'after-remove': text },
      ...{ 'deb-compression': text, 'deb-priority': text },
      ...{ 'rpm-os': text, 'rpm-compression': text, 'rpm-summary': text },
    },
  });
  const target = values['output-type'];
  if (target !== 'deb' && target !== 'rpm') throw new Error(`This stand-in for fpm makes no ${target}.`);
  const needed = (name: string, value: string | undefined): string => {
    if (!value) throw new Error(`fpm was not told --${name}.`);
    return value;
  };
  const description = needed('description', values.description);
  const [first = '', ...rest] = description.split('\n').map((line) => line.trim());
  return {
    target,
    name: needed('name', values.name),
    version: needed('version', values.version),
    architecture: needed('architecture', values.architecture),
    summary: values['rpm-summary'] ?? first,
    description: rest.join('\n') || first,
    maintainer: needed('maintainer', values.maintainer),
    vendor: values.vendor ?? '',
    url: needed('url', values.url),
    license: values.license ?? '',
    category: values.category ?? 'default',
    depends: values.depends,
    recommends: values['deb-recommends'],
    afterInstall: needed('after-install', values['after-install']),
    afterRemove: needed('after-remove', values['after-remove']),
    output: needed('package', values.package),
    mappings: positionals.map(parseMapping),
  };
}

function parseMapping(word: string): Mapping {
  const at = word.lastIndexOf('=');
  if (at === -1) throw new Error(`fpm was told to pack ${word}, but not to where.`);
  return { from: word.slice(0, at), to: word.slice(at + 1) };
}

/** Lays everything out below `root` as it will lie on the system, with a package's usual rights. */
export async function stage(mappings: readonly Mapping[], root: string): Promise<void> {
  for (const { from, to } of mappings) {
    const target = join(root, to);
    await mkdir(dirname(target), { recursive: true });
    await cp(from, target, { recursive: true, verbatimSymlinks: true });
  }
  await settleRights(root);
}

/** 0755 for folders and for what is executable, 0644 for the rest, whatever the umask of who builds. */
async function settleRights(path: string): Promise<void> {
  await chmod(path, 0o755);
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) await settleRights(inner);
    else if (entry.isFile()) await chmod(inner, ((await stat(inner)).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}
