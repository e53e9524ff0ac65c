import { spawn } from 'node:child_process';
import type { Launcher } from '../../shared/model/app-state.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type SshTarget, sshArguments, windowTitle } from './command.ts';
import { nothingInherited } from './descriptors.ts';
import { cleanEnvironment, type Environment } from './environment.ts';
import { type FoundTerminal, findExecutable, findTerminals } from './find.ts';
import { LINUX_TERMINALS } from './terminals/linux.ts';
import { MACOS_TERMINALS } from './terminals/macos.ts';
import { type Terminal, terminalArguments } from './terminals/terminal.ts';
import { WINDOWS_TERMINALS } from './terminals/windows.ts';

/** ms. A terminal that cannot open its window gives up well within this; one that can is still there, or said 0. */
const WATCH_MS = 1500;
/** ssh(1), EXIT STATUS: its own failures, such as a refused connection. */
const SSH_FAILED = 255;

/** As much of a child process as is needed to see whether it lives. */
interface StartedProcess {
  once(event: 'spawn', listener: () => void): unknown;
  once(event: 'error', listener: (error: Error) => void): unknown;
  once(event: 'exit', listener: (status: number | null, signal: string | null) => void): unknown;
  /** Lets this process end while the other one runs. */
  unref(): void;
}

/** Starts a program detached, without a shell and without our standard input and output. */
type Start = (file: string, argv: readonly string[], environment: Environment) => StartedProcess;

export interface LauncherOptions {
  readonly platform: NodeJS.Platform;
  /** As `process.env` is; cleaned of what Electron put there before it is used. */
  readonly environment: Environment;
  /** For tests. */
  readonly start?: Start;
  /** ms; for tests. */
  readonly watchMs?: number;
}

const startDetached: Start = (file, argv, environment) => {
  const { stdio, release } = nothingInherited();
  try {
    return spawn(file, argv, { detached: true, stdio, shell: false, env: { ...environment } });
  } finally {
    release();
  }
};

function tableFor(platform: NodeJS.Platform): readonly Terminal[] {
  if (platform === 'win32') return WINDOWS_TERMINALS;
  return platform === 'darwin' ? MACOS_TERMINALS : LINUX_TERMINALS;
}

/** The launcher of this computer, or of the one the options describe. */
export function createLauncher(
  options: LauncherOptions = { platform: process.platform, environment: process.env },
): TerminalLauncher {
  return new TerminalLauncher(options);
}

/** Opens ssh sessions in the person's terminal. */
class TerminalLauncher {
  readonly #table: readonly Terminal[];
  readonly #environment: Environment;
  readonly #start: Start;
  readonly #watchMs: number;

  constructor(options: LauncherOptions) {
    this.#table = tableFor(options.platform);
    this.#environment = cleanEnvironment(options.environment);
    this.#start = options.start ?? startDetached;
    this.#watchMs = options.watchMs ?? WATCH_MS;
  }

  /** What is installed now, the preferred one first. Empty where there is no terminal, or no table for the system. */
  async detect(): Promise<readonly Launcher[]> {
    const found = await findTerminals(this.#table, this.#environment);
    return found.map(({ terminal }) => ({ id: terminal.id, name: terminal.name }));
  }

  /**
   * Opens a terminal with ssh in it, and settles when it has been seen to live (after 1.5 s at most). Never throws.
   *
   * @param address the address that was knocked, an IPv4 or IPv6 literal
   * @returns the name of what was opened, or `launch-not-here`, `ssh-missing`, `terminal-none`, `terminal-missing`,
   * `launch-failed`, `launch-ended`, or what {@link sshArguments} refuses
   */
  async launch(target: SshTarget, address: string): Promise<Result<{ readonly client: string }>> {
    if (target.launch.client !== 'ssh') return fail({ code: 'internal', params: { reason: 'nothing to launch' } });
    if (this.#table.length === 0) return fail({ code: 'launch-not-here' });
    const argv = sshArguments(target, address);
    if (!argv.ok) return argv;
    const ssh = await findExecutable('ssh', this.#environment);
    if (ssh === null) return fail({ code: 'ssh-missing' });
    const found = await this.#choose(target.launch.terminal);
    if (!found.ok) return found;
    return this.#open(found.value, windowTitle(target.name), [ssh, ...argv.value]);
  }

  async #choose(id: string): Promise<Result<FoundTerminal>> {
    const installed = await findTerminals(this.#table, this.#environment);
    const first = installed[0];
    if (first === undefined) return fail({ code: 'terminal-none' });
    const chosen = id === 'auto' ? first : installed.find(({ terminal }) => terminal.id === id);
    if (chosen !== undefined) return ok(chosen);
    const name = this.#table.find((terminal) => terminal.id === id)?.name ?? id;
    return fail({ code: 'terminal-missing', field: 'launch.terminal', params: { terminal: name } });
  }

  #open(found: FoundTerminal, title: string, command: readonly string[]): Promise<Result<{ readonly client: string }>> {
    const { terminal, variant, path } = found;
    const started = ok({ client: terminal.name });
    return new Promise((resolve) => {
      const failed = (error: unknown) =>
        resolve(fail({ code: 'launch-failed', params: { path, reason: reasonOf(error) } }));
      try {
        const child = this.#start(path, terminalArguments(variant, title, command), this.#environment);
        child.once('error', failed);
        child.once('spawn', () => setTimeout(() => resolve(started), this.#watchMs));
        child.once('exit', (status, signal) => {
          const wasSsh = status === SSH_FAILED && variant.passesStatus === true;
          if (status === 0 || wasSsh) resolve(started);
          else resolve(fail({ code: 'launch-ended', params: { path, status: status ?? signal ?? '?' } }));
        });
        child.unref();
      } catch (error) {
        failed(error);
      }
    });
  }
}

/** `ENOENT` says more in a sentence than a stack of words; the rest of Node's message repeats the path. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
