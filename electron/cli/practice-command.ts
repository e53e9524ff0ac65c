import type { Command } from 'commander';
import { en } from '../../shared/text/en.ts';
import { fill } from '../../shared/text/sentence.ts';
import { requestOf } from '../knock/request.ts';
import { runOpen } from '../knock/runner.ts';
import { createEngine } from '../knock/shared-engine.ts';
import { practiceProfile } from '../practice/practice-profile.ts';
import { PracticeServer } from '../practice/practice-server.ts';
import { EXIT, type ExitStatus, exitStatus } from './exit-status.ts';
import { interruptSignal } from './interrupt.ts';
import { consoleLines, textReport } from './reporter.ts';

/** `toctoc practice`: a knock server on loopback, knocked, and the door seen to open. The app's first minute without a screen. */
export function addPracticeCommand(program: Command, exit: (status: ExitStatus) => void): void {
  program
    .command('practice')
    .description('start a practice server on this computer, knock it, and see its door open')
    .action(async () => exit(await practise()));
}

async function practise(): Promise<ExitStatus> {
  const text = en.app.practice;
  const server = new PracticeServer(() => {});
  const ports = await server.start();
  if (ports === null) {
    consoleLines.error(`toctoc: ${en.problem['practice-ports-taken']}`);
    return EXIT.notOpen;
  }
  const shown = ports.knocks.map(({ port, protocol }) => `${port}${protocol === 'udp' ? ':udp' : ''}`).join(' ');
  consoleLines.out(fill(text.listening, { sequence: shown, door: ports.door }));
  const profile = practiceProfile(en.app.practiceName, ports);
  const request = requestOf({ ...profile, launch: { ...profile.launch, client: 'ssh' } }, 'knock');
  const { outcome } = await runOpen(request, createEngine(), interruptSignal(), textReport(consoleLines, true));
  await server.stop();
  consoleLines.out('');
  // Run by npm, from the source folder, the command is not on the PATH: npx finds it there.
  const command = process.env['npm_lifecycle_event'] === undefined ? 'toctoc' : 'npx toctoc';
  consoleLines.out(fill(text.next, { command }));
  return exitStatus(outcome);
}
