import { fill } from '../../shared/text/sentence.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { isHungUp } from './interrupt.ts';
import { lostReason, type OutputName, output } from './output.ts';

/** Resolves when everything that was written has left the process, or nobody is left to read it. */
export function flushed(stream: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => {
    stream.on('error', () => resolve());
    stream.write('', () => resolve());
  });
}

/**
 * Ends the process with `status` once its words have left it. `process.exit` alone drops what a pipe with a slow reader
 * has not taken yet: all but the first 64 KiB (https://nodejs.org/api/process.html#a-note-on-process-io).
 *
 * What was lost, on a full disk, is told, and is a failure where there was no other.
 *
 * @param used where something may have been written; opening an output only to flush it takes a millisecond
 */
export async function finish(status: ExitStatus, used: Iterable<OutputName> = ['stdout', 'stderr']): Promise<never> {
  await Promise.all([...used].map((name) => flushed(output(name))));
  // Node 20 aborts in an exit whose terminal is gone (https://github.com/nodejs/node/issues/51519).
  if (isHungUp()) endBy('SIGHUP');
  if (status === EXIT.interrupted && isLookingUp()) endBy('SIGINT');
  const reason = lostReason();
  if (reason === null) process.exit(status);
  const { here } = await import('./language.ts');
  output('stderr').write(`${fill(here().cli.outputLost, { reason })}\n`);
  await flushed(output('stderr'));
  process.exit(status === EXIT.done ? EXIT.notOpen : status);
}

function isLookingUp(): boolean {
  return process.getActiveResourcesInfo().includes('GetAddrInfoReqWrap');
}

/**
 * An exit waits for a look-up that is under way (libuv joins its threads), which at a silent name server takes many
 * seconds; a signal does not. Shells call an end by SIGINT 130 too, by SIGHUP 129. (Windows has no signals, and does not wait.)
 */
function endBy(signal: 'SIGINT' | 'SIGHUP'): void {
  if (process.platform === 'win32') return;
  // No end by a signal tells those who give something back at an exit.
  process.emit('exit', EXIT.interrupted);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}
