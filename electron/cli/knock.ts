import type { Result } from '../../shared/result.ts';
import { oneLine } from '../../shared/text/one-line.ts';
import { sentence } from '../../shared/text/sentence.ts';
import { runOpen } from '../knock/runner.ts';
import { createEngine } from '../knock/shared-engine.ts';
import { EXIT, type ExitStatus, exitStatus } from './exit-status.ts';
import { interruptSignal } from './interrupt.ts';
import { type KnockOptions, knockRequest, slowness, warnOfSlowness } from './knock-request.ts';
import { isFollowed, withKnockdHint } from './knockd-hint.ts';
import { output } from './output.ts';
import { consoleLines, jsonReport, type Report, textReport } from './reporter.ts';
import { StatusLine } from './status-line.ts';
import { withWaitingLine } from './waiting-line.ts';

/** The texts of both languages: loaded when there is something to say, which a knock that goes well has not. */
const language = async () => {
  const { atTerminal, here } = await import('./language.ts');
  return atTerminal(here());
};

/** `toctoc knock <host> <port>...`: one run of our own, told line by line. */
export async function knock(
  host: Result<string>,
  ports: readonly string[],
  options: KnockOptions,
): Promise<ExitStatus> {
  const request = knockRequest(host, ports, options);
  if (!request.ok) {
    const text = await language();
    for (const problem of request.problems) consoleLines.error(`toctoc: ${oneLine(sentence(text, problem))}`);
    return EXIT.usage;
  }
  if (!options.json && slowness(request.value) !== null) {
    warnOfSlowness(request.value, consoleLines, await language());
  }
  const report = await chooseReport(options);
  const { report: quiet } = withWaitingLine(
    () => {},
    () => new StatusLine(output('stderr')),
    language,
  );
  const told = withKnockdHint(report ?? quiet, request.value, async () => {
    if (isFollowed(options)) consoleLines.error((await language()).cli.knockdIsQuick);
  });
  const { outcome } = await runOpen(request.value, createEngine(), interruptSignal(), told);
  const status = exitStatus(outcome);
  const isWell = status === EXIT.done && !(outcome.result === 'open' && outcome.mute);
  if (report === null && !isWell) textReport(consoleLines, false, await language())({ type: 'done', outcome });
  return status;
}

/** `null`: nothing is said but a failure, and that it waits. */
async function chooseReport({ json, verbose }: KnockOptions): Promise<Report | null> {
  if (json) return jsonReport(consoleLines);
  return verbose ? textReport(consoleLines, true, await language()) : null;
}
