import { app } from 'electron';
import { cleanEnvironment } from '../launch/environment.ts';
import { startDetached } from '../launch/start.ts';
import { type LaunchRequest, lastingWords, wordsOf } from './launch-request.ts';
import { ownFile } from './own-program.ts';
import { report } from './report.ts';
import { HEADLESS } from './screen.ts';

/** Once this process has ended, starts this very copy again, which does what is asked for. */
export function startAgain(request: LaunchRequest): void {
  const words = lastingWords(process.argv.slice(1));
  const forPerson = request.kind !== 'stay-hidden';
  if (forPerson) Object.assign(process.env, request.screen);
  // A platform cannot be changed while an app runs: the next one takes the person's.
  const kept = forPerson ? words.filter((word) => word !== HEADLESS) : words;
  relaunch([...kept, ...wordsOf(request)]);
}

function relaunch(args: readonly string[]): void {
  const file = app.isPackaged ? ownFile(process.platform, process.env) : null;
  if (file === null) app.relaunch({ args: [...args] });
  // Electron's own way starts from the folder that the file is mounted at or unpacked to, which goes with this process.
  // At the very end, when a further start is no longer taken for one of this app's.
  else app.once('quit', () => startDetached(file, args, cleanEnvironment(process.env)).once('error', report));
}
