import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { asUser } from '../../support/e2e-user.ts';

/** How often it is looked for what is not there yet (ms). */
const LOOK_MS = 2;
/** A window that is not there after this long (ms) will not come. */
const PATIENCE_MS = 30_000;

/** In the page: resolves when it has a button that React has drawn. */
const DRAWN = `new Promise((drawn) => {
  const look = setInterval(() => document.querySelector('#root button') && drawn(clearInterval(look)), ${LOOK_MS});
})`;

/** A program with a window, and the data folder it is started on. */
export interface DebuggedStart {
  readonly command: readonly [string, ...string[]];
  readonly data: string;
}

/**
 * From the start of the process to a button in its window that can be pressed (ms). By Chromium's debugging port, which a
 * packed program has too: its fuses leave no way to run something of ours in its main process.
 */
export async function timeToPage({ command, data }: DebuggedStart): Promise<number> {
  const { sandboxArgs } = await import('../../e2e/support/app.ts');
  const { e2eUser, giveToUser } = await import('../../e2e/support/user.ts');
  mkdirSync(data, { recursive: true });
  giveToUser(data);
  const port = join(data, 'DevToolsActivePort');
  rmSync(port, { force: true });
  const words = ['--disable-gpu', '--remote-debugging-port=0', `--user-data-dir=${data}`, ...sandboxArgs()];
  const [file, ...args] = asUser(e2eUser, [...command, ...words]);
  const home = e2eUser === undefined ? {} : { HOME: e2eUser.home };
  const began = performance.now();
  const child = spawn(file, args, { env: { ...process.env, ...home }, stdio: 'ignore' });
  try {
    await drawn(await portOf(child, port));
    return performance.now() - began;
  } finally {
    if (child.exitCode === null && child.kill()) await once(child, 'exit');
  }
}

/** The address that the program has written down for who debugs it: a port, and a path. */
async function portOf(child: ChildProcess, path: string): Promise<string> {
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; await sleep(LOOK_MS)) {
    const [port, name] = read(path).split('\n');
    if (port && name) return `ws://127.0.0.1:${port}${name}`;
    if (child.exitCode !== null) break;
  }
  throw new Error(`${child.spawnfile} showed no window`);
}

/** Resolves when the first page is drawn. */
function drawn(address: string): Promise<void> {
  const socket = new WebSocket(address);
  let calls = 0;
  const call = (method: string, params: object, sessionId?: string) =>
    socket.send(JSON.stringify({ id: ++calls, method, params, sessionId }));
  const look = (sessionId: string) => call('Runtime.evaluate', { expression: DRAWN, awaitPromise: true }, sessionId);
  const there = new Promise<void>((resolve, reject) => {
    setTimeout(() => reject(new Error('the window stayed empty')), PATIENCE_MS).unref();
    socket.onerror = () => reject(new Error('the program cannot be debugged'));
    socket.onopen = () =>
      call('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
    socket.onmessage = ({ data }) => {
      const { id, method, params, result, error, sessionId } = JSON.parse(String(data));
      if (method === 'Target.attachedToTarget' && params.targetInfo.type === 'page') look(params.sessionId);
      // The empty document that a window begins with is gone, and its promise with it.
      else if (id !== undefined && sessionId !== undefined && error !== undefined) look(sessionId);
      else if (id !== undefined && sessionId !== undefined && result?.exceptionDetails === undefined) resolve();
    };
  });
  return there.finally(() => socket.close());
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
