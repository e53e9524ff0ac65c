import type { Socket } from 'node:net';
import type { Command } from 'commander';
import { en } from '../../shared/text/en.ts';
import { sentence } from '../../shared/text/sentence.ts';
import { runRelay } from '../knock/runner.ts';
import { createEngine } from '../knock/shared-engine.ts';
import { EXIT, type ExitStatus, exitStatus } from './exit-status.ts';
import { interruptSignal } from './interrupt.ts';
import { addRunOptions, type KnockOptions, knockRequest, onlyForProfiles, warnOfSlowness } from './knock-command.ts';
import { relay } from './relay.ts';
import { consoleLines, type Lines, textReport } from './reporter.ts';

/** Standard output belongs to the connection: everything we say goes to standard error. */
const errorOnly: Lines = { out: consoleLines.error, error: consoleLines.error };

const HELP = `
As ssh's ProxyCommand, so that ssh, scp, sftp, rsync and git knock by themselves. In ~/.ssh/config:

  Host server.example.org
    ProxyCommand toctoc connect %h %p 7000 8000:udp 9000

With a saved profile, which brings its address, its ports and its sequence:

  Host web1
    ProxyCommand toctoc connect --profile "Web server 1"`;

interface ConnectOptions extends KnockOptions {
  readonly profile?: string;
}

/** `toctoc connect <host> <port> [port[:proto]...]`: knock, wait for the port, then relay standard input and output. */
export function addConnectCommand(program: Command, exit: (status: ExitStatus) => void): void {
  const command = program
    .command('connect')
    .description("knock, wait for a port, then relay standard input and output (for ssh's ProxyCommand)")
    .argument('[host]', 'name or address of the server')
    .argument('[port]', 'the port to connect to')
    .argument('[port[:proto]...]', 'the knocks in order; without any, it just connects');
  addRunOptions(command)
    .option('--profile <profile>', 'a saved profile, by name or id, instead of all of that')
    .addHelpText('after', HELP)
    .action(async (host: string | undefined, port: string | undefined, knocks: readonly string[], options) => {
      exit(await connectEither(command, host, port, knocks, options));
    });
}

async function connectEither(
  command: Command,
  host: string | undefined,
  port: string | undefined,
  knocks: readonly string[],
  options: ConnectOptions,
): Promise<ExitStatus> {
  const { profile } = options;
  if (profile === undefined && host !== undefined && port !== undefined) return connect(host, port, knocks, options);
  if (profile === undefined || host !== undefined) {
    errorOnly.error(en.cli.remote.connectUsage);
    return EXIT.usage;
  }
  if (!onlyForProfiles(command, errorOnly)) return EXIT.usage;
  // Loaded here: talking to the app costs a knock that does not need it some milliseconds.
  const { connectProfile } = await import('./connect-profile.ts');
  return connectProfile(profile, options);
}

async function connect(
  host: string,
  port: string,
  knocks: readonly string[],
  options: KnockOptions,
): Promise<ExitStatus> {
  const request = knockRequest(host, knocks, { ...options, wait: port });
  if (!request.ok) {
    for (const problem of request.problems) errorOnly.error(`toctoc: ${sentence(en, problem)}`);
    return EXIT.usage;
  }
  warnOfSlowness(request.value, errorOnly);
  const interrupted = interruptSignal();
  const report = textReport(errorOnly, options.verbose ?? false);
  const kept: Socket[] = [];
  const { outcome } = await runRelay(request.value, createEngine(), interrupted, report, (socket) => kept.push(socket));
  const [socket] = kept;
  if (socket === undefined) return exitStatus(outcome);
  const orderly = await relay(socket, interrupted);
  if (interrupted.aborted) return EXIT.interrupted;
  return orderly ? EXIT.done : EXIT.notOpen;
}
