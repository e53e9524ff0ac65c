import { app, dialog } from 'electron';
import { languages } from '../../shared/text/languages.ts';
import { currentLanguage } from './environment.ts';
import type { LaunchRequest } from './launch-request.ts';
import { openLog, reportError } from './log.ts';
import { logLevel } from './log-level.ts';
import { type StartProblem, startSentence } from './start-problem.ts';

/**
 * Says why there will be no window, and ends with status 1: in the log (its kind), in the terminal, and in a dialog unless
 * nobody sits at the screen.
 */
export function sayAndExit(problem: StartProblem, { kind }: LaunchRequest): void {
  const { desktop } = languages[currentLanguage()];
  const said = startSentence(problem, desktop);
  openLog(app.getPath('userData'), logLevel(process.argv));
  reportError(`cannot start: ${problem.kind}`);
  process.stderr.write(`toctoc: ${desktop.cannotStart.title}. ${said}\n`);
  // Started by a command or at login, where a dialog would wait for nobody.
  if (kind !== 'stay-hidden' && kind !== 'rest') dialog.showErrorBox(desktop.cannotStart.title, said);
  app.exit(1);
}
