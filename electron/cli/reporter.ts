import type { Outcome, RunPhase } from '../../shared/model/run.ts';
import type { Language } from '../../shared/text/en.ts';
import { fill, sentence } from '../../shared/text/sentence.ts';
import type { RunEvent } from '../knock/request.ts';
import type { RemoteEvent } from '../remote/protocol.ts';
import { type OutputName, output } from './output.ts';

/** Where lines go: results to standard output, what went wrong to standard error. */
export interface Lines {
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
}

/** Lines to this process's own outputs. */
export const consoleLines: Lines = { out: (line) => say('stdout', line), error: (line) => say('stderr', line) };

function say(where: OutputName, line: string): void {
  output(where).write(`${line}\n`);
}

/** Events of our own run, or of the app's, which keeps a profile's ports to itself. */
export type Report = (event: RunEvent | RemoteEvent) => void;

/** One JSON object per event per line; single check attempts are left out. */
export function jsonReport(lines: Lines): Report {
  return (event) => {
    if (event.type !== 'probe') lines.out(JSON.stringify(event));
  };
}

/** What a person reads: silent while all goes well, as knock(1) is; with `-v` every packet and phase. */
export function textReport(lines: Lines, verbose: boolean, language: Language): Report {
  let address = '';
  return (event) => {
    switch (event.type) {
      case 'address':
        address = event.address;
        break;
      case 'sent':
        if (verbose) lines.out(sentLine(event, address, language));
        break;
      case 'attempt':
        if (verbose && event.attempt > 1)
          lines.out(fill(language.cli.attempt, { attempt: event.attempt, of: event.maxAttempts }));
        break;
      case 'phase':
        if (verbose) for (const line of phaseLines(event.phase, language)) lines.out(line);
        break;
      case 'done': {
        for (const { to, text } of outcomeLines(event.outcome, language))
          if (verbose || to === 'error') lines[to](text);
      }
    }
  };
}

function sentLine(
  event: Extract<RunEvent | RemoteEvent, { type: 'sent' }>,
  address: string,
  language: Language,
): string {
  if ('port' in event) return `hitting ${event.protocol} ${address}:${event.port}${event.flush ? ' (flush)' : ''}`;
  const { remote } = language.cli;
  return fill(event.flush ? remote.flush : remote.knock, { index: event.index + 1, of: event.of });
}

/** What `-v` says of a phase. */
export function phaseLines(phase: Exclude<RunPhase, { phase: 'done' }>, language: Language): readonly string[] {
  const text = language.cli;
  switch (phase.phase) {
    case 'resolving':
    case 'knocking':
      return [];
    case 'queued':
      return [text.queued];
    case 'looking':
      return [text.looking];
    case 'checking':
      return [text.checking];
    case 'waiting':
      return [fill(text.waiting, { seconds: Math.ceil((phase.untilMs - Date.now()) / 1000) })];
  }
}

/** A line, and where it goes. */
interface Line {
  readonly to: keyof Lines;
  readonly text: string;
}

/** What is said at the end: results (`out`) only when asked for, what went wrong (`error`) always. */
export function outcomeLines(outcome: Outcome, language: Language): readonly Line[] {
  const mute = outcome.result === 'open' && outcome.mute;
  return [outcomeLine(outcome, language), ...(mute ? [{ to: 'error', text: language.cli.mute } as const] : [])];
}

function outcomeLine(outcome: Outcome, language: Language): Line {
  const text = language.cli;
  switch (outcome.result) {
    case 'open': {
      const open = fill(outcome.alreadyOpen ? text.alreadyOpen : text.open, { ms: Math.round(outcome.ms) });
      return { to: 'out', text: outcome.banner === null ? open : `${open}\n${outcome.banner}` };
    }
    case 'sent':
      return { to: 'out', text: text.sent };
    case 'closed':
      return { to: 'out', text: outcome.verified ? text.closedVerified : text.closed };
    case 'not-open':
      return { to: 'error', text: fill(text.notOpen[outcome.door], { attempts: outcome.attempts }) };
    case 'still-open':
      return { to: 'error', text: fill(text.stillOpen, { attempts: outcome.attempts }) };
    case 'cancelled':
      return { to: 'error', text: text.cancelled };
    case 'failed':
      return { to: 'error', text: `toctoc: ${sentence(language, outcome.problem)}` };
  }
}
