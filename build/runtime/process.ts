import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

/** How a program ended. `code` is null when a signal ended it or when it could not be started. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** It was ended by us, because its time was up or the caller no longer wanted it. */
  readonly stopped: boolean;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Time limit in ms, after which the program and all that it started are ended. */
  readonly limit?: number;
  readonly signal?: AbortSignal;
  /** `show`: the program writes to our terminal; `stderr`: its output goes to our stderr; else it is captured. */
  readonly output?: 'capture' | 'show' | 'stderr';
}

const GRACE_MS = 3_000;

/** Starts a program without a shell, waits for it, and never throws: a program that is missing ends with code null. */
export async function run(file: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const output = options.output ?? 'capture';
  const stdio: SpawnOptions['stdio'] =
    output === 'capture' ? ['ignore', 'pipe', 'pipe'] : ['inherit', output === 'stderr' ? 2 : 'inherit', 'inherit'];
  // Its own process group, so that a limit ends grandchildren too. A program that talks to the terminal stays
  // in ours: there, Ctrl+C must reach it.
  const ownGroup = process.platform !== 'win32' && (output === 'capture' || options.limit !== undefined);
  const child = spawn(file, args, { cwd: options.cwd, env: options.env ?? process.env, stdio, detached: ownGroup });

  let stopped = false;
  const stop = (): void => {
    stopped = true;
    endGroup(child, ownGroup);
  };
  const timer = options.limit === undefined ? undefined : setTimeout(stop, options.limit);
  const interrupted = (): void => {
    stop();
    process.exitCode = 130;
  };
  if (ownGroup) process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  options.signal?.addEventListener('abort', stop, { once: true });

  const text = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    text.stdout += chunk;
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text.stderr += chunk;
  });
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      text.stderr += error.message;
      resolve(null);
    });
    child.once('close', resolve);
  });
  clearTimeout(timer);
  process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
  options.signal?.removeEventListener('abort', stop);
  return { code, ...text, stopped };
}

/** Asks the program and its group to end, and insists after a moment. */
function endGroup(child: ChildProcess, ownGroup: boolean): void {
  const { pid } = child;
  if (pid === undefined) return;
  const send = (signal: 'SIGTERM' | 'SIGKILL'): void => {
    try {
      process.kill(ownGroup ? -pid : pid, signal);
    } catch {
      // ESRCH: everything in the group has ended already.
    }
  };
  send('SIGTERM');
  setTimeout(() => send('SIGKILL'), GRACE_MS).unref();
}
