import { type Command, Option } from 'commander';
import type { Language } from '../../shared/text/en.ts';
import { oneLine } from '../../shared/text/one-line.ts';
import { sentence } from '../../shared/text/sentence.ts';
import { runRelay } from '../knock/runner.ts';
import { createEngine } from '../knock/shared-engine.ts';
import { parsePort } from './arguments.ts';
import { EXIT, type ExitStatus, exitStatus } from './exit-status.ts';
import { parseHost } from './host-word.ts';
import { interruptSignal } from './interrupt.ts';
import { addOptions, onlyForProfiles } from './knock-command.ts';
import { type KnockOptions, knockRequest, warnOfSlowness } from './knock-request.ts';
import { isFollowed, withKnockdHint } from './knockd-hint.ts';
import { atTerminal } from './language.ts';
import { output } from './output.ts';
import { Relay } from './relay.ts';
import { consoleLines, type Lines, textReport } from './reporter.ts';
import { StatusLine } from './status-line.ts';
import { withWaitingLine } from './waiting-line.ts';

/** Standard output belongs to the connection: everything we say goes to standard error. */
const errorOnly: Lines = { out: consoleLines.error, error: consoleLines.error };

interface ConnectOptions extends KnockOptions {
  readonly profile?: string;
  readonly home?: string;
}

/** `toctoc connect <host> <port> [port[:proto]...]`: knock, wait for the port, then relay standard input and output. */
export function addConnectCommand(program: Command, exit: (status: ExitStatus) => void, text: Language): void {
  const { commands, arguments: words, options: optionTexts, help } = text.command;
  const command = program
    .command('connect')
    .description(commands.connect)
    .argument('[host]', words.connectHost)
    .argument('[port]', words.connectPort)
    .argument('[port[:proto]...]', words.connectKnocks);
  addOptions(command, text)
    .option('--profile <profile>', optionTexts.profile)
    // For the ProxyCommand that the app writes, where no variable can be set; see launch/ssh-config/block.ts.
    .addOption(new Option('--home <folder>').hideHelp())
    .addHelpText('after', `\n${help.connect}`)
    .action(async (host: string | undefined, port: string | undefined, knocks: readonly string[], options) => {
      exit(await connectEither(command, host, port, knocks, options, text));
    });
}

async function connectEither(
  command: Command,
  host: string | undefined,
  port: string | undefined,
  knocks: readonly string[],
  options: ConnectOptions,
  text: Language,
): Promise<ExitStatus> {
  const { profile } = options;
  if (profile === undefined && host !== undefined && port !== undefined)
    return connect(host, port, knocks, options, text);
  if (profile === undefined || host !== undefined) {
    errorOnly.error(text.cli.remote.connectUsage);
    return EXIT.usage;
  }
  if (!onlyForProfiles(command, errorOnly, text)) return EXIT.usage;
  // To whatever we start too.
  if (options.home !== undefined) process.env['TOCTOC_HOME'] = options.home;
  // Loaded here: talking to the app costs a knock that does not need it some milliseconds.
  const { connectProfile } = await import('./connect-profile.ts');
  return connectProfile(profile, options);
}

async function connect(
  host: string,
  port: string,
  knocks: readonly string[],
  options: KnockOptions,
  language: Language,
): Promise<ExitStatus> {
  const text = atTerminal(language);
  const door = parsePort(port);
  const request = door.ok ? knockRequest(parseHost(host), knocks, { ...options, wait: port }) : door;
  if (!request.ok) {
    for (const problem of request.problems) errorOnly.error(`toctoc: ${oneLine(sentence(text, problem))}`);
    return EXIT.usage;
  }
  warnOfSlowness(request.value, errorOnly, text);
  const interrupted = interruptSignal();
  const told = textReport(errorOnly, options.verbose ?? false, text);
  const waited = options.verbose
    ? told
    : withWaitingLine(
        told,
        () => new StatusLine(output('stderr')),
        () => text,
      ).report;
  const report = withKnockdHint(waited, request.value, () => {
    if (isFollowed(options)) errorOnly.error(text.cli.knockdIsQuick);
  });
  const relay = new Relay();
  const { outcome, socket } = await runRelay(request.value, createEngine(), interrupted, report, relay.newSocket);
  if (socket === null) return exitStatus(outcome);
  const orderly = await relay.run(socket, interrupted);
  if (interrupted.aborted) return EXIT.interrupted;
  return orderly ? EXIT.done : EXIT.notOpen;
}
