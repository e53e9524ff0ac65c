import { basename, win32 } from 'node:path';
import type { Launcher } from '../../shared/model/app-state.ts';
import type { LaunchTarget } from '../../shared/model/launch.ts';
import { assertNever, fail, ok, type Result } from '../../shared/result.ts';
import type { LaunchSource } from './checks.ts';
import { sshArguments, windowTitle } from './command.ts';
import { fillCommand } from './custom.ts';
import { cleanEnvironment, type Environment, forOthers } from './environment.ts';
import { type FoundTerminal, findTerminals, shownName } from './find.ts';
import type { Finder } from './finders/finder.ts';
import { finderFor } from './finders/here.ts';
import { type LinkScheme, launchLink } from './links.ts';
import { CLIENT_PROGRAMS, type ClientProgram } from './programs.ts';
import { type Start, startDetached, writeScript } from './start.ts';
import { LINUX_TERMINALS } from './terminals/linux.ts';
import { MACOS_TERMINALS } from './terminals/macos.ts';
import { expandedPiece, type Terminal, terminalStart } from './terminals/terminal.ts';
import { WINDOWS_TERMINALS } from './terminals/windows.ts';
import { reasonOf, watch } from './watch.ts';

/** ms. A program that cannot open its window gives up well within this; one that can is still there, or said 0. */
const WATCH_MS = 1500;
/** ssh(1), EXIT STATUS: its own failures, such as a refused connection. */
const SSH_FAILED = 255;

/** The name of what was started, to show. */
type Launched = Result<{ readonly client: string }>;

export interface LauncherOptions {
  readonly platform: NodeJS.Platform;
  /** As `process.env` is; cleaned of what Electron put there before it is used. */
  readonly environment: Environment;
  /** Hands a link to the system's handler for its scheme; rejects when there is none. */
  readonly openLink: (scheme: LinkScheme, link: string) => Promise<void>;
  /** For tests. */
  readonly start?: Start;
  /** For tests. */
  readonly finder?: () => Finder;
  /** ms; for tests. */
  readonly watchMs?: number;
}

function tableFor(platform: NodeJS.Platform): readonly Terminal[] {
  if (platform === 'win32') return WINDOWS_TERMINALS;
  return platform === 'darwin' ? MACOS_TERMINALS : LINUX_TERMINALS;
}

/** The launcher of this computer, or of the one the options describe. */
export function createLauncher(options: Partial<LauncherOptions> & Pick<LauncherOptions, 'openLink'>): ClientLauncher {
  return new ClientLauncher({ platform: process.platform, environment: process.env, ...options });
}

/** Starts what a profile wants once its door is open. */
class ClientLauncher {
  readonly #platform: NodeJS.Platform;
  readonly #terminals: readonly Terminal[];
  readonly #programs: readonly ClientProgram[];
  readonly #environment: Environment;
  readonly #openLink: LauncherOptions['openLink'];
  readonly #newFinder: () => Finder;
  readonly #start: Start;
  readonly #watchMs: number;

  constructor(options: LauncherOptions) {
    const { platform } = options;
    const environment = cleanEnvironment(options.environment);
    this.#platform = platform;
    this.#terminals = tableFor(platform);
    this.#programs = CLIENT_PROGRAMS.filter(({ platforms }) => platforms.includes(platform));
    this.#environment = environment;
    this.#openLink = options.openLink;
    this.#newFinder = options.finder ?? (() => finderFor(platform, environment));
    this.#start = options.start ?? startDetached;
    this.#watchMs = options.watchMs ?? WATCH_MS;
  }

  /** What is installed now: terminals for ssh, the preferred one first, then clients that are programs of their own. */
  async detect(): Promise<readonly Launcher[]> {
    const finder = this.#newFinder();
    const terminals = await findTerminals(this.#terminals, this.#environment, finder);
    const programs = await Promise.all(
      this.#programs.map(async (program) => ((await finder.program(program.executable)) === null ? [] : [program])),
    );
    return [
      ...terminals.map(({ terminal }): Launcher => ({ client: 'ssh', id: terminal.id, name: terminal.name })),
      ...programs.flat().map(({ client, name }): Launcher => ({ client, id: client, name })),
    ];
  }

  /**
   * Starts the profile's client, and settles when it has been seen to live (after 1.5 s at most). Never throws.
   *
   * @param address the address that was knocked, an IPv4 or IPv6 literal
   * @returns the name of what was opened, or one of the problems of a launch (`shared/result.ts`), with the program's
   * path where there is one
   */
  async launch(source: LaunchSource, address: string): Promise<Launched> {
    const { client } = source.launch;
    switch (client) {
      case 'none':
        return fail({ code: 'internal', params: { reason: 'nothing to launch' } });
      case 'ssh':
        return this.#ssh(source, address);
      case 'putty':
      case 'kitty':
      case 'winscp':
      case 'mstsc':
        return this.#program(client, source, address, this.#newFinder());
      case 'sftp':
      case 'ftp':
      case 'https':
        return this.#link(client, source, address);
      case 'custom':
        return this.#custom(source, address);
      default:
        return assertNever(client);
    }
  }

  async #ssh(source: LaunchSource, address: string): Promise<Launched> {
    const checked = sshArguments(source, address);
    if (!checked.ok) return checked;
    const finder = this.#newFinder();
    const ssh = await finder.program('ssh');
    if (ssh === null) return this.#withoutSsh(source, address, finder);
    const argv = sshArguments(source, address, this.#platform === 'win32' ? null : ssh);
    if (!argv.ok) return argv;
    const found = await this.#choose(source.launch.terminal, finder);
    if (!found.ok) return found;
    return this.#inTerminal(found.value, source, [ssh, ...argv.value]);
  }

  /** Windows without OpenSSH: PuTTY will do where the person chose nothing, and it can go where ssh would. */
  async #withoutSsh(source: LaunchSource, address: string, finder: Finder): Promise<Launched> {
    const { terminal, jumpHost, options } = source.launch;
    const mayBePutty = this.#platform === 'win32' && terminal === 'auto' && jumpHost === '' && options === '';
    if (mayBePutty && (await finder.program('putty')) !== null) return this.#program('putty', source, address, finder);
    return fail({ code: 'ssh-missing' });
  }

  async #choose(id: string, finder: Finder): Promise<Result<FoundTerminal>> {
    const installed = await findTerminals(this.#terminals, this.#environment, finder);
    const first = installed[0];
    if (first === undefined) return fail({ code: 'terminal-none' });
    const chosen = id === 'auto' ? first : installed.find(({ terminal }) => terminal.id === id);
    if (chosen !== undefined) return ok(chosen);
    const name = this.#terminals.find((terminal) => terminal.id === id)?.name ?? id;
    return fail({ code: 'terminal-missing', field: 'launch.terminal', params: { terminal: name } });
  }

  async #inTerminal(found: FoundTerminal, source: LaunchSource, command: readonly string[]): Promise<Launched> {
    const { variant, path } = found;
    const client = await shownName(found, this.#terminals);
    const piece = variant.expands === undefined ? null : expandedPiece(command, variant.expands);
    if (piece !== null)
      return fail({ code: 'launch-expands', field: 'launch.identityFile', params: { client, text: piece } });
    const title = windowTitle(source.name);
    const start = terminalStart(variant, { title, profile: source.launch.terminalProfile, command });
    const argv = start.script === undefined ? start.argv : [...start.argv, writeScript(start.script)];
    const wasSsh = (status: number | null) => status === SSH_FAILED && variant.passesStatus === true;
    return this.#open(client, path, argv, wasSsh);
  }

  async #program(
    client: ClientProgram['client'],
    source: LaunchSource,
    address: string,
    finder: Finder,
  ): Promise<Launched> {
    const program = this.#programs.find((one) => one.client === client);
    if (program === undefined) return fail(missing(client));
    const argv = program.argumentsFor(source, address);
    if (!argv.ok) return argv;
    const path = await finder.program(program.executable);
    return path === null ? fail(missing(client)) : this.#open(program.name, path, argv.value);
  }

  async #link(scheme: LinkScheme, source: LaunchSource, address: string): Promise<Launched> {
    const link = launchLink(scheme, source, address);
    if (!link.ok) return link;
    try {
      await this.#openLink(scheme, link.value);
      return ok({ client: link.value });
    } catch (error) {
      return fail({ code: 'link-failed', params: { link: link.value, reason: reasonOf(error) } });
    }
  }

  async #custom(source: LaunchSource, address: string): Promise<Launched> {
    const filled = fillCommand(source, address);
    if (!filled.ok) return filled;
    const { program, argv } = filled.value;
    const path = await this.#newFinder().program(program);
    if (path === null) return fail({ code: 'command-not-found', field: 'launch.command', params: { program } });
    return this.#open(this.#platform === 'win32' ? win32.basename(path) : basename(path), path, argv);
  }

  /** Starts a program and watches it for a moment. `isFine` forgives a status that is not the program's own. */
  async #open(
    client: string,
    path: string,
    argv: readonly string[],
    isFine: (status: number | null) => boolean = () => false,
  ): Promise<Launched> {
    const ended = await watch(() => this.#start(path, argv, forOthers(this.#environment)), this.#watchMs);
    if (ended.kind === 'failed') return fail({ code: 'launch-failed', params: { path, reason: ended.reason } });
    if (ended.kind === 'alive' || ended.status === 0 || isFine(ended.status)) return ok({ client });
    return fail({ code: 'launch-ended', params: { path, status: ended.status ?? ended.signal ?? '?' } });
  }
}

function missing(client: LaunchTarget['client']) {
  const name = CLIENT_PROGRAMS.find((program) => program.client === client)?.name ?? client;
  return { code: 'program-missing', field: 'launch.client', params: { program: name } } as const;
}
