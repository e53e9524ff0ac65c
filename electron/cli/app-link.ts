import { existsSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PRACTICE_ID } from '../../shared/model/profile.ts';
import { fill } from '../../shared/text/sentence.ts';
import { writeRefusal } from '../profiles/writable-folder.ts';
import { connectApp } from '../remote/client.ts';
import type { DataFolder } from './data-folder.ts';
import type { AppProgram } from './find-app.ts';
import { here } from './language.ts';
import { findAppHere, hasDisplay, type StartedApp, startHidden } from './start-app.ts';
import { startTurn } from './start-turn.ts';

/** From its start until the app answers (ms): 1 to 3 s are usual, a cold disk takes longer. */
const START_LIMIT_MS = 20_000;
const ASK_AGAIN_MS = 50;

/** There is no app to talk to; the message is a sentence for the terminal. */
export class NoApp extends Error {}

/**
 * Connects to the app of this data folder, and starts it hidden when it is not running.
 *
 * @throws {NoApp} when it cannot be found or does not come up, or could keep nothing; the signal's reason when aborted
 */
export async function openApp(folder: DataFolder, signal: AbortSignal): Promise<Socket> {
  const running = await connectApp(folder.path);
  if (running !== null) return running;
  // The app could only wait and fail, and what it says is written for who starts it by hand.
  const refusal = writeRefusal(folder.path);
  if (refusal !== null)
    throw new NoApp(fill(here().cli.remote.folderUnwritable, { folder: folder.path, code: refusal }));
  const program = await findAppHere();
  if (program === null) throw new NoApp(here().cli.remote.appMissing);
  const turn = startTurn(folder.path);
  while (!turn.take()) {
    const socket = await askAgain(folder.path, signal);
    if (socket !== null) return socket;
  }
  try {
    // Whose turn it was before may have started it just now.
    return (await connectApp(folder.path)) ?? (await startApp(program, folder, signal));
  } finally {
    turn.leave();
  }
}

async function startApp(program: AppProgram, folder: DataFolder, signal: AbortSignal): Promise<Socket> {
  const text = here().cli.remote;
  const chosen = folder.chosen ? [`--user-data-dir=${folder.path}`] : [];
  const headless = [...chosen, '--ozone-platform=headless'];
  // DISPLAY may name a screen that is gone, as in a terminal left open over ssh: then as without one.
  const attempts = hasDisplay(process.platform, process.env) ? [chosen, headless] : [headless];
  let reason = '';
  for (const extra of attempts) {
    const started = startHidden(program, extra);
    const socket = await untilAnswered(folder.path, started, signal);
    if (socket !== null) return socket;
    reason = started.failure() ?? fill(text.appSilent, { seconds: START_LIMIT_MS / 1000 });
    started.stop();
    if (process.platform !== 'linux') break;
  }
  throw new NoApp(fill(text.appFailed, { reason }));
}

/**
 * Whether nothing has ever been saved in this data folder: no app has to be started to know that a profile is not there.
 * (The practice profile is there from the first start on.)
 */
export function isSurelyUnknown(folder: DataFolder, profile: string): boolean {
  return profile !== PRACTICE_ID && !existsSync(join(folder.path, 'profiles.json'));
}

/** The connection once the app listens; `null` when it has ended badly or time is up. */
async function untilAnswered(folder: string, started: StartedApp, signal: AbortSignal): Promise<Socket | null> {
  const until = performance.now() + START_LIMIT_MS;
  while (performance.now() < until && started.failure() === null) {
    const socket = await askAgain(folder, signal);
    if (socket !== null) return socket;
  }
  return null;
}

async function askAgain(folder: string, signal: AbortSignal): Promise<Socket | null> {
  await sleep(ASK_AGAIN_MS, undefined, { signal });
  return connectApp(folder);
}
