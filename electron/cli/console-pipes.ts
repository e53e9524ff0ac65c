import { Console } from 'node:console';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';

/** How toctoc.exe tells which pipes are its standard input, output and error. */
const VARIABLE = 'TOCTOC_CONSOLE';
/** Commands that read standard input. For the others it is left to whoever comes after them in a script. */
const READERS: readonly (string | undefined)[] = ['connect', 'import'];

/**
 * On Windows, Electron has no standard handles of its own: where the console program toctoc.exe started this process
 * (build/windows/toctoc.c), its pipes take their place. A byte on the fourth, or its end, is Ctrl+C.
 *
 * @param words what the person typed
 */
export async function takeConsolePipes(words: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const base = env[VARIABLE];
  if (base === undefined) return;
  // Not for the programs that this one starts.
  delete env[VARIABLE];
  const [input, output, error, control] = await Promise.all([
    READERS.includes(words[0]) ? open(`${base}-in`) : Readable.from([]),
    open(`${base}-out`),
    open(`${base}-err`),
    open(`${base}-ctl`),
  ]);
  for (const [name, stream] of [
    ['stdin', input],
    ['stdout', output],
    ['stderr', error],
  ] as const) {
    Object.defineProperty(process, name, { value: stream, configurable: true, enumerable: true });
  }
  globalThis.console = new Console({ stdout: output, stderr: error });
  const interrupt = () => process.emit('SIGINT');
  control
    .unref()
    .once('data', interrupt)
    .once('close', interrupt)
    .on('error', () => {});
}

async function open(path: string): Promise<Socket> {
  const socket = connect(path);
  await once(socket, 'connect');
  return socket;
}
