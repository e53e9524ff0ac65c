import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

/** How a program ended. `code` is null when a signal ended it or when it could not be started. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** It was ended by us, because its time was up or the caller no longer wanted it. */
  readonly stopped: boolean;
  /** It was ended because the person at the terminal ended us (Ctrl+C). */
  readonly interrupted: boolean;
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

/** Time to clean up (namespaces, servers, temporary folders) between being asked to end and being made to (ms). */
const GRACE_MS = 10_000;

/** Starts a program without a shell, waits for it, and never throws: a program that is missing ends with code null. */
export async function run(file: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const output = options.output ?? 'capture';
  // Its own process group, so that a limit ends grandchildren too. A program that converses with the person stays
  // in ours: there, the terminal's keys reach it.
  const converses = output === 'show' && options.limit === undefined;
  const ownGroup = process.platform !== 'win32' && !converses;
  const out = { capture: 'pipe', show: 'inherit', stderr: 2 } as const;
  const stdio: SpawnOptions['stdio'] = [
    converses ? 'inherit' : 'ignore',
    out[output],
    output === 'capture' ? 'pipe' : 'inherit',
  ];
  const child = spawn(file, args, { cwd: options.cwd, env: options.env ?? process.env, stdio, detached: ownGroup });

  let stopped = false;
  const stop = (): void => {
    stopped = true;
    endGroup(child, ownGroup);
  };
  const timer = options.limit === undefined ? undefined : setTimeout(stop, options.limit);
  let interrupted = false;
  const interrupt = (): void => {
    interrupted = true;
    stop();
  };
  if (ownGroup) process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
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
  process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  options.signal?.removeEventListener('abort', stop);
  return { code, ...text, stopped, interrupted };
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
