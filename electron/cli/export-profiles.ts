import type { ExportFormat } from '../../shared/model/importing.ts';
import { sentence } from '../../shared/text/sentence.ts';
import { ask } from '../remote/client.ts';
import { PROTOCOL_VERSION, type RemoteRequest } from '../remote/protocol.ts';
import { openApp } from './app-link.ts';
import { dataFolderHere } from './data-folder.ts';
import { EXIT, type ExitStatus, exitStatus } from './exit-status.ts';
import { interruptSignal } from './interrupt.ts';
import { here } from './language.ts';
import { passphraseFrom } from './passphrase.ts';
import { failed, unknownSentence } from './profile-run.ts';
import { consoleLines } from './reporter.ts';

export interface ExportOptions {
  readonly as: ExportFormat;
  /** What `--as json` is, too. */
  readonly json?: boolean;
  readonly passphraseFile?: string;
}

/** Prints profiles as the app has them, sequences included: who may ask for them could also read them in the window. */
export async function exportProfiles(profiles: readonly string[], options: ExportOptions): Promise<ExitStatus> {
  const signal = interruptSignal();
  const format = options.json ? 'json' : options.as;
  try {
    const passphrase = format === 'sealed' ? ((await passphraseFrom(options.passphraseFile)) ?? '') : '';
    const socket = await openApp(dataFolderHere(), signal);
    const request: RemoteRequest = {
      type: 'export',
      version: PROTOCOL_VERSION,
      profiles: [...profiles],
      format,
      passphrase,
    };
    for await (const message of ask(socket, request, signal)) {
      if (message.type === 'text') process.stdout.write(message.text);
      else if (message.type === 'unknown') {
        consoleLines.error(unknownSentence(profiles.join(', '), message));
        return EXIT.usage;
      } else if (message.type === 'failed') {
        consoleLines.error(`toctoc: ${sentence(here(), message.problem)}`);
        return exitStatus({ result: 'failed', problem: message.problem });
      }
    }
    return EXIT.done;
  } catch (error) {
    return failed(error, consoleLines, signal);
  }
}
