import { resolve } from 'node:path';
import { app } from 'electron';
import { portableData } from './paths.ts';

/**
 * Settles where this Toctoc keeps its data, before anything asks for it: the single-instance lock lies there too.
 *
 * @returns the folder that is meant, absolute; a named one as it was named. Where Electron 33 cannot have that one (it is
 *   a file, or below one), it silently takes the usual folder instead: whoever calls this has to look at it.
 */
export function claimDataFolder(): string {
  const named = app.commandLine.getSwitchValue('user-data-dir');
  const portable = portableData(process.platform, process.env, named !== '');
  if (portable !== null) app.setPath('userData', portable);
  return named === '' ? app.getPath('userData') : resolve(named);
}
