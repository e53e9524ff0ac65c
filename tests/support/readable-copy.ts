import { chmod, copyFile, cp, link, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { run } from '../../build/runtime/process.ts';
import { asUser, type SystemUser } from './e2e-user.ts';

/** The built app and the Electron to run it with, both readable by the user who runs them. */
export interface ReadableApp {
  /** Holds package.json and out/. */
  readonly appDir: string;
  readonly executable: string;
  readonly remove: () => Promise<void>;
}

/**
 * Gives the app and Electron as they are where this user can read them, else (a checkout under /root, say) a copy in
 * a temporary folder, which `remove` deletes.
 */
export async function readableApp(
  root: string,
  executable: string,
  user: SystemUser | undefined,
): Promise<ReadableApp> {
  const parts = [join(root, 'package.json'), join(root, 'out'), dirname(executable)];
  if (await canRead(user, parts)) return { appDir: root, executable, remove: () => Promise.resolve() };

  const copy = await mkdtemp(join(tmpdir(), 'toctoc-app-'));
  const remove = (): Promise<void> => rm(copy, { recursive: true, force: true });
  await chmod(copy, 0o755);
  await copyFile(join(root, 'package.json'), join(copy, 'package.json'));
  await chmod(join(copy, 'package.json'), 0o644);
  await cp(join(root, 'out'), join(copy, 'out'), { recursive: true });
  await openToAll(join(copy, 'out'));
  await linkTree(dirname(executable), join(copy, 'electron'));
  const app: ReadableApp = { appDir: copy, executable: join(copy, 'electron', basename(executable)), remove };
  if (await canRead(user, [app.appDir])) return app;
  await remove();
  throw new Error(`${user?.name ?? 'This user'} cannot read even a copy of the app in ${tmpdir()}.`);
}

/** Whether the user can read all of these files and folders, asked of the system as that user. */
export async function canRead(user: SystemUser | undefined, paths: readonly string[]): Promise<boolean> {
  const [file, ...args] = asUser(user, ['find', ...paths, '!', '-readable', '-print', '-quit']);
  const found = await run(file, args, { cwd: '/' });
  return found.code === 0 && found.stdout === '';
}

/** Copies a folder with hard links, and with real copies where a link would stay unreadable or cross a file system. */
async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(to, { mode: 0o755 });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) {
      await linkTree(source, target);
      continue;
    }
    const { mode } = await stat(source);
    const shared =
      (mode & 0o444) === 0o444 &&
      (await link(source, target).then(
        () => true,
        () => false,
      ));
    if (shared) continue;
    await copyFile(source, target);
    await chmod(target, readableMode(mode));
  }
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else await chmod(path, readableMode((await stat(path)).mode));
  }
}

/** Readable by all, executable by all if it was by its owner. */
function readableMode(mode: number): number {
  return (mode & 0o100) === 0 ? 0o644 : 0o755;
}
