import type { Outcome } from '../../shared/model/run.ts';
import { en } from '../../shared/text/en.ts';
import { oneLine } from '../../shared/text/one-line.ts';
import { fill } from '../../shared/text/sentence.ts';
import { AppLost, ask, connectApp } from '../remote/client.ts';
import { type ListedProfile, PROTOCOL_VERSION, type RemoteMessage, type Target } from '../remote/protocol.ts';
import { isSurelyUnknown, NoApp, openApp } from './app-link.ts';
import { dataFolderHere } from './data-folder.ts';
import { EXIT, type ExitStatus, exitStatus } from './exit-status.ts';
import { interruptSignal } from './interrupt.ts';
import { consoleLines, jsonReport, type Lines, textReport } from './reporter.ts';

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
  const report = options.json ? jsonReport(lines) : textReport(lines, options.verbose ?? false);
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
        case 'unknown':
          lines.error(unknownSentence(profile, message));
          return ended(EXIT.usage);
        case 'failed':
          outcome = { result: 'failed', problem: message.problem };
          report({ type: 'done', outcome });
          break;
        case 'profile':
          break;
      }
    }
  } catch (error) {
    return ended(failed(error, lines, signal));
  }
  return outcome === null ? ended(EXIT.notOpen) : { status: exitStatus(outcome), target };
}

/** Says why there is no answer, and which exit status that makes. */
export function failed(error: unknown, lines: Lines, signal: AbortSignal): ExitStatus {
  if (signal.aborted) {
    lines.error(en.cli.cancelled);
    return EXIT.interrupted;
  }
  if (error instanceof AppLost) lines.error(en.cli.remote.lost);
  else if (error instanceof NoApp) lines.error(error.message);
  else throw error;
  return EXIT.notOpen;
}

function unknownSentence(profile: string, message: Extract<RemoteMessage, { type: 'unknown' }>): string {
  const text = en.cli.remote;
  const twice = (one: ListedProfile) => message.profiles.filter(({ name }) => name === one.name).length > 1;
  const names = message.profiles.map((one) =>
    oneLine(message.ambiguous || twice(one) ? `${one.name} (${one.id})` : one.name),
  );
  const sentence = message.ambiguous ? text.ambiguous : names.length === 0 ? text.noProfiles : text.unknown;
  return fill(sentence, { profile: oneLine(profile), profiles: names.join(', ') });
}
