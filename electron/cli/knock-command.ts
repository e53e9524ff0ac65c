import { type Command, InvalidArgumentError, Option } from 'commander';
import { FULL_CONNECT_MS, tooSlow } from '../../shared/model/knocking-time.ts';
import { DEFAULT_GAP_MS, DEFAULT_HOLD_MS, MAX_HOLD_MS, SERVER_KINDS } from '../../shared/model/profile.ts';
import { MAX_GAP_MS } from '../../shared/model/sequence.ts';
import { ok, type Result } from '../../shared/result.ts';
import { en } from '../../shared/text/en.ts';
import { fill, sentence } from '../../shared/text/sentence.ts';
import { CHECK_MS } from '../knock/policy.ts';
import { type RunRequest, SSH_PORT } from '../knock/request.ts';
import { runOpen } from '../knock/runner.ts';
import { createEngine } from '../knock/shared-engine.ts';
import { parseHost, parseKnocks, parseNumber, parsePort } from './arguments.ts';
import { EXIT, type ExitStatus, exitStatus } from './exit-status.ts';
import { interruptSignal } from './interrupt.ts';
import { consoleLines, jsonReport, type Lines, textReport } from './reporter.ts';

/** The options as commander hands them over: words, not yet numbers. */
export interface KnockOptions {
  readonly udp?: boolean;
  readonly delay: string;
  readonly ipv4?: boolean;
  readonly ipv6?: boolean;
  readonly verbose?: boolean;
  readonly wait?: string;
  readonly timeout: string;
  readonly retries?: string;
  readonly seqTimeout?: string;
  readonly server: RunRequest['serverKind'];
  readonly hold: string;
  readonly source: string;
  readonly mode: RunRequest['mode'];
  readonly json?: boolean;
}

/** Looking begins 25 ms after the last knock: with less time (ms) than this no door would ever be seen open. */
const MIN_WATCH_MS = 100;

const HELP = `
Examples:
  toctoc knock server.example.org 7000 8000:udp 9000
  toctoc knock -w 22 server.example.org 7000 8000 9000 && ssh server.example.org
  toctoc knock -v --server knockd -w 22 192.0.2.10 7000 8000 9000
  toctoc knock "Web server 1"

Exit status: 0 done (and open, if waited for) · 1 not open · 2 wrong usage ·
             3 name not resolved or network unreachable · 130 interrupted`;

/** The options that every command that knocks takes. */
export function addRunOptions(command: Command): Command {
  return command
    .option('-u, --udp', 'make all knocks use UDP')
    .option('-d, --delay <ms>', 'wait this long between knocks', String(DEFAULT_GAP_MS))
    .option('-4, --ipv4', 'force IPv4')
    .option('-6, --ipv6', 'force IPv6')
    .option('-v, --verbose', 'say what happens')
    .option('-t, --timeout <ms>', 'how long to wait for the port, per attempt', String(CHECK_MS))
    .option('-r, --retries <n>', 'how often to try again')
    .option('--seq-timeout <s>', "the server's seq_timeout")
    .addOption(new Option('--server <kind>', 'what the server runs').choices(SERVER_KINDS).default('other'))
    .option('--hold <ms>', `how long a TCP knock socket lives, at most ${MAX_HOLD_MS}`, String(DEFAULT_HOLD_MS))
    .option('--source <address>', 'address or interface to send from', '')
    .addOption(
      new Option('--mode <mode>', 'a lone SYN, or a whole connect')
        .choices(['syn', 'connect'])
        .argParser(parseMode)
        .default('syn'),
    );
}

/** The engine's words for `--mode`; `full` is also what a profile calls it. */
const MODES: ReadonlyMap<string, RunRequest['mode']> = new Map([
  ['syn', 'syn'],
  ['connect', 'full'],
  ['full', 'full'],
]);

function parseMode(word: string): RunRequest['mode'] {
  const mode = MODES.get(word);
  if (mode === undefined) throw new InvalidArgumentError('Allowed choices are syn, connect.');
  return mode;
}

/** `toctoc knock <host> <port[:proto]>...`: the arguments of knock(1), and more. One argument alone is a saved profile. */
export function addKnockCommand(program: Command, exit: (status: ExitStatus) => void): void {
  const command = program
    .command('knock')
    .description('knock a server, with the arguments of knock(1), or a saved profile')
    .usage('[options] <host> <port[:proto]...>\n       toctoc knock [-v] [--json] <profile>')
    .argument('<host>', 'name or address of the server; alone, name or id of a saved profile')
    .argument('[port[:proto]...]', 'the knocks in order, such as 7000 8000:udp 9000');
  addRunOptions(command)
    .option('-w, --wait <port>', 'after the last knock wait until this port is open')
    .option('--json', 'one JSON object per event per line')
    .version(String(program.version()), '-V, --version')
    .addHelpText('after', HELP)
    .action(async (host: string, ports: readonly string[], options: KnockOptions) => {
      exit(await (ports.length > 0 ? knock(host, ports, options) : knockProfile(command, host, options)));
    });
}

/** Options that say how to talk, not how to knock. */
const FOR_PROFILES: ReadonlySet<string> = new Set(['verbose', 'json', 'profile']);

/** Whether every option that was given goes with a saved profile; says which one does not. */
export function onlyForProfiles(command: Command, lines: Lines): boolean {
  const given = command.options.filter((option) => command.getOptionValueSource(option.attributeName()) === 'cli');
  const wrong = given.find((option) => !FOR_PROFILES.has(option.attributeName()));
  if (wrong === undefined) return true;
  lines.error(fill(en.cli.remote.option, { option: wrong.long ?? wrong.flags }));
  return false;
}

async function knockProfile(command: Command, profile: string, options: KnockOptions): Promise<ExitStatus> {
  if (!onlyForProfiles(command, consoleLines)) return EXIT.usage;
  // Loaded here: talking to the app costs a knock that does not need it some milliseconds.
  const { runProfile } = await import('./profile-run.ts');
  return (await runProfile('knock', profile, options)).status;
}

async function knock(host: string, ports: readonly string[], options: KnockOptions): Promise<ExitStatus> {
  const request = knockRequest(host, ports, options);
  if (!request.ok) {
    for (const problem of request.problems) consoleLines.error(`toctoc: ${sentence(en, problem)}`);
    return EXIT.usage;
  }
  if (!options.json) warnOfSlowness(request.value, consoleLines);
  const report = options.json ? jsonReport(consoleLines) : textReport(consoleLines, options.verbose ?? false);
  const { outcome } = await runOpen(request.value, createEngine(), interruptSignal(), report);
  return exitStatus(outcome);
}

/** Says in one line on standard error that the server may have forgotten the first knock when the last one comes. */
export function warnOfSlowness({ steps, gapMs, seqTimeoutS, mode }: RunRequest, lines: Lines): void {
  const slow = tooSlow(steps, gapMs, seqTimeoutS, mode);
  if (slow === null) return;
  const { slow: known, slowUnknown } = en.ui.editor;
  const times = { total: `${slow.totalMs / 1000} s`, limit: `${slow.limitMs / 1000} s` };
  lines.error(`toctoc: ${fill(slow.known ? known : slowUnknown, times)}`);
}

/** The run that a command line asks for, or what is wrong with it. */
export function knockRequest(host: string, ports: readonly string[], options: KnockOptions): Result<RunRequest> {
  const name = parseHost(host);
  if (!name.ok) return name;
  const steps = parseKnocks(ports, options.udp ?? false);
  if (!steps.ok) return steps;
  const gap = parseNumber(options.delay, '--delay', 0, MAX_GAP_MS);
  if (!gap.ok) return gap;
  const hold = parseNumber(options.hold, '--hold', 1, MAX_HOLD_MS);
  if (!hold.ok) return hold;
  const watch = parseNumber(options.timeout, '--timeout', MIN_WATCH_MS, 600_000);
  if (!watch.ok) return watch;
  const retries = options.retries === undefined ? ok(null) : parseNumber(options.retries, '--retries', 0, 1000);
  if (!retries.ok) return retries;
  const timeout =
    options.seqTimeout === undefined ? ok(null) : parseNumber(options.seqTimeout, '--seq-timeout', 1, 3600);
  if (!timeout.ok) return timeout;
  const door = options.wait === undefined ? ok(null) : parsePort(options.wait);
  if (!door.ok) return door;
  return ok({
    host: name.value,
    family: options.ipv6 ? 'ipv6' : options.ipv4 ? 'ipv4' : 'automatic',
    steps: steps.value,
    otherSteps: [],
    gapMs: gap.value,
    holdMs: hold.value,
    mode: options.mode,
    source: options.source,
    serverKind: options.server,
    seqTimeoutS: timeout.value,
    door: {
      port: door.value ?? SSH_PORT,
      check: door.value !== null,
      look: true,
      // An ssh server that is left before it has spoken counts that against this address.
      ssh: door.value === SSH_PORT,
      watchMs: watch.value,
      // A script says which port it waits for because it knows it: the full number of attempts.
      everOpened: true,
    },
    // Nobody waits for the last handshake, and the process's end would end it.
    settleMs: options.mode === 'full' ? FULL_CONNECT_MS : 0,
    retries: retries.value,
  });
}
