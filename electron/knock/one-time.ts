import type { OneTime } from '../../shared/model/one-time.ts';
import type { Profile } from '../../shared/model/profile.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { RunEvent, RunRequest } from './request.ts';
import type { RunResult } from './runner.ts';

type Open = (request: RunRequest, signal: AbortSignal, emit: (event: RunEvent) => void) => Promise<RunResult>;

/** One line of the list, and how often to try it. */
interface Try {
  readonly line: number;
  readonly retries: number;
}

/**
 * The lines to try, in order. The server may be one ahead (it opened, and nobody saw it) or one behind (a door that
 * somebody else held open was taken for ours). The next line is shown to whoever listens on the way before its time;
 * the current one goes first, and often enough for a path that loses packets.
 */
function tries({ sequences, position }: OneTime): readonly Try[] {
  const lines = [
    { line: position, retries: 2 },
    { line: position + 1, retries: 1 },
    { line: position - 1, retries: 1 },
  ];
  return lines.filter(({ line }) => sequences[line] !== undefined);
}

/**
 * Lets a run that has a one-time list knock the list's current line, and its neighbours where that one does not open the
 * door. To who follows, all of it is one run. Other runs pass unchanged.
 */
export function fromList(open: Open): Open {
  return async (request, signal, emit) => {
    const { oneTime } = request;
    if (oneTime === undefined) return open(request, signal, emit);
    const lines = tries(oneTime);
    const max = lines.reduce((sum, { retries }) => sum + retries + 1, 0);
    let attempts = 0;
    let knocked: number | undefined;
    let result: RunResult | undefined;
    for (const { line, retries } of lines) {
      const before = attempts;
      const hear = (event: RunEvent): void => {
        if (event.type === 'done') return;
        if (event.type === 'attempt') attempts = before + event.attempt;
        emit(event.type === 'attempt' ? { ...event, attempt: attempts, maxAttempts: max } : event);
      };
      result = settle(
        await open({ ...request, steps: oneTime.sequences[line] ?? [], retries }, signal, hear),
        line,
        knocked,
      );
      if (result.outcome.result !== 'not-open') break;
      knocked = line;
    }
    if (result === undefined) throw new Error('no line to knock');
    if (result.outcome.result === 'not-open') result = { ...result, outcome: { ...result.outcome, attempts } };
    emit({ type: 'done', outcome: result.outcome });
    return result;
  };
}

/**
 * Which line opened the door. A door that is found open before the first line was knocked was opened by none of them;
 * one that is found open before a later line was opened, late, by the line before.
 */
function settle(result: RunResult, line: number, knocked: number | undefined): RunResult {
  if (result.outcome.result !== 'open') return result;
  if (!result.outcome.alreadyOpen) return { ...result, usedLine: line };
  if (knocked === undefined) return result;
  return { ...result, outcome: { ...result.outcome, alreadyOpen: false }, usedLine: knocked };
}

/**
 * The profile with the list as it stands now: the run may have waited behind another one, which used a line. Fails when
 * no line is left.
 */
export function withCurrentLine(profile: Profile, read: (id: string) => Result<Profile>): Result<Profile> {
  if (profile.oneTime === null) return ok(profile);
  const now = read(profile.id);
  const current = now.ok ? { ...profile, oneTime: now.value.oneTime } : profile;
  const used = current.oneTime !== null && current.oneTime.position >= current.oneTime.sequences.length;
  return used ? fail({ code: 'one-time-exhausted' }) : ok(current);
}
