import type { Outcome } from '../../shared/model/run.ts';
import type { Language } from '../../shared/text/en.ts';
import { oneLine } from '../../shared/text/one-line.ts';
import { fill, sentence } from '../../shared/text/sentence.ts';
import { AppLost, ask, connectApp } from '../remote/client.ts';
import { type ListedProfile, PROTOCOL_VERSION, type RemoteMessage, type Target } from '../remote/protocol.ts';
import { isSurelyUnknown, NoApp, openApp } from './app-link.ts';
import { dataFolderHere } from './data-folder.ts';
import { EXIT, type ExitStatus, exitStatus } from './exit-status.ts';
import { interruptSignal } from './interrupt.ts';
import { here } from './language.ts';
import { output } from './output.ts';
import { consoleLines, jsonReport, type Lines, outcomeLines, textReport } from './reporter.ts';
import { StatusLine } from './status-line.ts';
import { type WaitingLine, withWaitingLine } from './waiting-line.ts';

export interface ProfileRunOptions {
  readonly verbose?: boolean;
  readonly json?: boolean;
}

/** How a run in the app ended. `target`: where to connect, when that was asked for and the door is open. */
export interface ProfileRun {
  readonly status: ExitStatus;
  readonly target: Target | null;
}

/** Runs a saved profile in the app: `knock`, `close`, or `connect`, which knocks and answers with where to connect. */
export async function runProfile(
  type: 'knock' | 'close' | 'connect',
  profile: string,
  options: ProfileRunOptions,
  signal: AbortSignal = interruptSignal(),
): Promise<ProfileRun> {
  // Standard output belongs to the connection where one is to be relayed.
  const lines = type === 'connect' ? { out: consoleLines.error, error: consoleLines.error } : consoleLines;
  const { report, stop } = reportOf(options, lines);
  const folder = dataFolderHere();
  let outcome: Outcome | null = null;
  let target: Target | null = null;
  const ended = (status: ExitStatus): ProfileRun => ({ status, target: null });
  try {
    const running = await connectApp(folder.path);
    if (running === null && isSurelyUnknown(folder, profile)) {
      lines.error(unknownSentence(profile, { type: 'unknown', ambiguous: false, profiles: [] }));
      return ended(EXIT.usage);
    }
    const socket = running ?? (await openApp(folder, signal));
    for await (const message of ask(socket, { type, version: PROTOCOL_VERSION, profile }, signal)) {
      switch (message.type) {
        case 'event':
          report(message.event);
          if (message.event.type === 'done') outcome = message.event.outcome;
          break;
        case 'target':
          target = message;
          break;
        case 'few-lines': {
          const { left, total } = message;
          if (options.json) lines.out(JSON.stringify({ type: 'few-lines', left, total }));
          else lines.error(fill(here().cli.remote.fewLines, { left, total }));
          break;
        }
        case 'unknown':
          lines.error(unknownSentence(profile, message));
          return ended(EXIT.usage);
        case 'failed':
          outcome = { result: 'failed', problem: message.problem };
          report({ type: 'done', outcome });
          break;
        case 'profile':
        case 'result':
        case 'unknown-tag':
          break;
      }
    }
  } catch (error) {
    stop();
    // What the app has said of the end already is not said again.
    if (signal.aborted && outcome === null && options.json) report({ type: 'done', outcome: { result: 'cancelled' } });
    return ended(failed(error, lines, signal));
  }
  return outcome === null ? ended(EXIT.notOpen) : { status: exitStatus(outcome), target };
}

function reportOf({ json, verbose = false }: ProfileRunOptions, lines: Lines): WaitingLine {
  const report = json ? jsonReport(lines) : textReport(lines, verbose, here());
  if (json || verbose) return { report, stop: () => {} };
  return withWaitingLine(report, () => new StatusLine(output('stderr')), here);
}

/**
 * Runs every saved profile that has a tag, each told in one line when it has ended. The exit status is the highest of
 * theirs.
 */
export async function runTag(
  action: 'knock' | 'close',
  tag: string,
  { json = false }: ProfileRunOptions,
): Promise<ExitStatus> {
  const signal = interruptSignal();
  const text = here();
  const lines = consoleLines;
  let worst: ExitStatus = EXIT.done;
  try {
    const socket = await openApp(dataFolderHere(), signal);
    for await (const message of ask(socket, { type: 'tag', version: PROTOCOL_VERSION, tag, action }, signal)) {
      switch (message.type) {
        case 'result': {
          const { profile, outcome } = message;
          worst = highest(worst, exitStatus(outcome));
          if (json)
            lines.out(JSON.stringify({ type: 'done', profile: { id: profile.id, name: profile.name }, outcome }));
          else tellResult(oneLine(profile.name), outcome, lines, text);
          break;
        }
        case 'few-lines': {
          const { profile, left, total } = message;
          if (profile === undefined) break;
          const { id, name } = profile;
          if (json) lines.out(JSON.stringify({ type: 'few-lines', profile: { id, name }, left, total }));
          else lines.error(named(oneLine(name), fill(text.cli.remote.fewLines, { left, total })));
          break;
        }
        case 'unknown-tag': {
          const { tagUnknown, noTags } = text.cli.remote;
          const tags = message.tags.map(oneLine).join(', ');
          lines.error(fill(tags === '' ? noTags : tagUnknown, { tag: oneLine(tag), tags }));
          return EXIT.usage;
        }
        case 'failed':
          lines.error(`toctoc: ${sentence(text, message.problem)}`);
          return exitStatus({ result: 'failed', problem: message.problem });
        default:
          break;
      }
    }
  } catch (error) {
    return failed(error, lines, signal);
  }
  return worst;
}

function highest(one: ExitStatus, other: ExitStatus): ExitStatus {
  return other > one ? other : one;
}

/** One line: the profile's name, and how it went. The banner of a server is left out. */
function tellResult(name: string, outcome: Outcome, lines: Lines, text: Language): void {
  const bare = outcome.result === 'open' ? { ...outcome, banner: null } : outcome;
  for (const { to, text: line } of outcomeLines(bare, text)) lines[to](named(name, line));
}

/** A line that begins with the profile's name instead of ours. */
function named(name: string, line: string): string {
  return `${name}: ${line.replace(/^toctoc\s?: /, '')}`;
}

/** Says why there is no answer, and which exit status that makes. */
export function failed(error: unknown, lines: Lines, signal: AbortSignal): ExitStatus {
  if (signal.aborted) {
    lines.error(here().cli.cancelled);
    return EXIT.interrupted;
  }
  if (error instanceof AppLost) lines.error(here().cli.remote.lost);
  else if (error instanceof NoApp) lines.error(error.message);
  else throw error;
  return EXIT.notOpen;
}

/** That no saved profile is meant, or more than one, and which there are: by their ids where names are alike. */
export function unknownSentence(profile: string, message: Extract<RemoteMessage, { type: 'unknown' }>): string {
  const text = here().cli.remote;
  const twice = (one: ListedProfile) => message.profiles.filter(({ name }) => name === one.name).length > 1;
  const names = message.profiles.map((one) =>
    oneLine(message.ambiguous || twice(one) ? `${one.name} (${one.id})` : one.name),
  );
  const sentence = message.ambiguous ? text.ambiguous : names.length === 0 ? text.noProfiles : text.unknown;
  return fill(sentence, { profile: oneLine(profile), profiles: names.join(', ') });
}
