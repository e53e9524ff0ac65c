import { LockFiles } from '../knock/lock-file.ts';
import { ownIdentity } from '../knock/process-identity.ts';
import { placesHere } from '../remote/here.ts';
import { isUsable } from '../remote/listen.ts';

/** Whose turn it is to start the app of a data folder. */
export interface StartTurn {
  /** Whether it is ours; anew until it is, or until the app answers. */
  readonly take: () => boolean;
  readonly leave: () => void;
}

/** Windows has one process create the app's window of messages; and where no file can be made, nobody waits for one. */
const FREE: StartTurn = { take: () => true, leave: () => {} };

/**
 * Lets one command at a time start the app, as when a script opens ten connections at once. The app's own lock (Chromium's
 * `ProcessSingleton`) is a link first and a socket a moment later: who comes in between takes the link for a dead
 * program's, and there are two apps on one data folder. A command that was killed loses its turn.
 */
export function startTurn(dataFolder: string): StartTurn {
  const place = placesHere(dataFolder).find(isUsable);
  if (place === undefined || place.kind === 'pipe') return FREE;
  const file = `${place.path}.start`;
  const locks = new LockFiles(ownIdentity());
  return { take: () => locks.take(file) !== 'somebodys', leave: () => locks.leave(file) };
}
