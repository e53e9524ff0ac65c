import type { Command } from 'commander';
import type { Language } from '../../shared/text/en.ts';
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
export function addPracticeCommand(program: Command, exit: (status: ExitStatus) => void, language: Language): void {
  program
    .command('practice')
    .description(language.command.commands.practice)
    .action(async () => exit(await practise(language)));
}

async function practise(language: Language): Promise<ExitStatus> {
  const text = language.app.practice;
  const server = new PracticeServer(() => {});
  const ports = await server.start();
  if (ports === null) {
    consoleLines.error(`toctoc: ${language.problem['practice-ports-taken']}`);
    return EXIT.notOpen;
  }
  const shown = ports.knocks.map(({ port, protocol }) => `${port}${protocol === 'udp' ? ':udp' : ''}`).join(' ');
  consoleLines.out(fill(text.listening, { sequence: shown, door: ports.door }));
  const profile = practiceProfile(language.app.practiceName, ports);
  const request = requestOf({ ...profile, launch: { ...profile.launch, client: 'ssh' } }, 'knock');
  const { outcome } = await runOpen(
    request,
    createEngine(),
    interruptSignal(),
    textReport(consoleLines, true, language),
  );
  await server.stop();
  consoleLines.out('');
  // Run by npm, from the source folder, the command is not on the PATH: npx finds it there.
  const command = process.env['npm_lifecycle_event'] === undefined ? 'toctoc' : 'npx toctoc';
  consoleLines.out(fill(text.next, { command }));
  return exitStatus(outcome);
}
