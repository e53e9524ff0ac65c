import { win32 } from 'node:path';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Environment } from '../environment.ts';

/** Where this app lies, and what it was started as. */
export interface OwnFacts {
  readonly platform: NodeJS.Platform;
  readonly environment: Environment;
  readonly packaged: boolean;
  readonly execPath: string;
  /** Of a packaged app: the folder that holds `bin/`. */
  readonly resources: string;
  /** From source: the folder of package.json. */
  readonly root: string;
  /** The path of a program, `null` where it is not installed. */
  readonly find: (name: string) => Promise<string | null>;
}

/** How an AppImage is started as the command line; elsewhere the packages bring a file that does it. */
const AS_COMMAND = ['--no-sandbox', '--no-zygote', '--ozone-platform=headless', '--log-level=3', '--cli', '--'];

/**
 * `toctoc` as arguments that will still mean it tomorrow, for a file that others read.
 *
 * @returns `own-path-portable` for a portable copy, whose command line lives in a temporary folder; `own-path-moves`
 * where macOS runs the app from a place of its own, or from a disk image
 */
export async function ownCommand(facts: OwnFacts): Promise<Result<readonly string[]>> {
  const { platform, environment, packaged, execPath, resources, root, find } = facts;
  if (!packaged) return fromSource(platform, root, find);
  const portable = environment['PORTABLE_EXECUTABLE_FILE'];
  if (portable) return fail({ code: 'own-path-portable', params: { path: portable } });
  // https://developer.apple.com/forums/thread/724969: an app that was downloaded and not moved runs translocated.
  if (platform === 'darwin' && /\/AppTranslocation\/|^\/Volumes\//.test(execPath)) {
    return fail({ code: 'own-path-moves', params: { path: execPath } });
  }
  const image = environment['APPIMAGE'];
  if (platform === 'linux' && image) return ok([image, ...AS_COMMAND]);
  return ok([platform === 'win32' ? win32.join(resources, 'bin', 'toctoc.exe') : `${resources}/bin/toctoc`]);
}

async function fromSource(
  platform: NodeJS.Platform,
  root: string,
  find: OwnFacts['find'],
): Promise<Result<readonly string[]>> {
  const join = platform === 'win32' ? win32.join : (...parts: readonly string[]) => parts.join('/');
  const brought = join(root, 'node_modules', 'node', 'bin', platform === 'win32' ? 'node.exe' : 'node');
  const node = (await find(brought)) ?? (await find('node'));
  if (node === null) return fail({ code: 'own-path-missing', params: { program: 'node' } });
  return ok([node, join(root, 'out', 'main', 'toctoc.js')]);
}
