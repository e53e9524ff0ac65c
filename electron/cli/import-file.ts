import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { WHOLE_FILE } from '../../shared/formats/candidate.ts';
import { tooBig } from '../../shared/formats/import-bounds.ts';
import type { ImportProgress } from '../../shared/formats/steps.ts';
import type { ImportEntry, ImportNote } from '../../shared/model/importing.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { oneLine } from '../../shared/text/one-line.ts';
import { fill, sentence } from '../../shared/text/sentence.ts';
import { errorCode } from '../knock/errors.ts';
import { decodeBytes } from '../profiles/import/decode-bytes.ts';
import { ask } from '../remote/client.ts';
import { PROTOCOL_VERSION, type RemoteMessage } from '../remote/protocol.ts';
import { openApp } from './app-link.ts';
import { dataFolderHere } from './data-folder.ts';
import { EXIT, type ExitStatus, exitStatus } from './exit-status.ts';
import { interruptSignal } from './interrupt.ts';
import { atTerminal, here } from './language.ts';
import { output } from './output.ts';
import { passphraseFrom } from './passphrase.ts';
import { failed } from './profile-run.ts';
import { consoleLines } from './reporter.ts';
import { StatusLine } from './status-line.ts';

export interface ImportOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly host?: string;
  readonly sequence?: string;
  readonly passphraseFile?: string;
}

type Imported = Extract<RemoteMessage, { type: 'imported' }>;

/** Hands a file's text to the app, which knows every format, and prints what it made of it. */
export async function importFile(file: string, options: ImportOptions): Promise<ExitStatus> {
  const text = file === '-' ? await standardInput() : fileText(file);
  if (!text.ok) return say(text.problems[0], EXIT.usage);
  const signal = interruptSignal();
  try {
    const first = await attempt(file, text.value, options, null, signal);
    if (first !== 'sealed') return first;
    const passphrase = file === '-' && options.passphraseFile === undefined ? null : await passphraseOf(options);
    const second = passphrase === null ? 'sealed' : await attempt(file, text.value, options, passphrase, signal);
    if (second !== 'sealed') return second;
    consoleLines.error(here().cli.sharing.sealed);
    return EXIT.usage;
  } catch (error) {
    return failed(error, consoleLines, signal);
  }
}

async function attempt(
  file: string,
  text: string | null,
  options: ImportOptions,
  passphrase: string | null,
  signal: AbortSignal,
): Promise<ExitStatus | 'sealed'> {
  const { dryRun = false, json = false, host = '', sequence = '' } = options;
  const socket = await openApp(dataFolderHere(), signal);
  // Only who looks at a terminal sees how far it is; a log does not.
  const status = new StatusLine(output('stderr'));
  // The type comes first: the app lets only such a line be long.
  const request = {
    type: 'import',
    version: PROTOCOL_VERSION,
    path: file === '-' ? '' : resolve(file),
    folder: text === null,
    text: text ?? '',
    host,
    sequence,
    passphrase,
    dryRun,
    progress: status.isSeen,
  } as const;
  // In a folder there may be other files too.
  let [known, entries] = [true, 0];
  let result: Imported | null = null;
  for await (const message of clearing(status, ask(socket, request, signal))) {
    switch (message.type) {
      case 'progress':
        status.show(progressText(message.progress));
        break;
      case 'sealed':
        return 'sealed';
      case 'failed':
        return say(message.problem, exitStatus({ result: 'failed', problem: message.problem }));
      case 'note':
        if (message.note.problem.code === 'import-unknown-format' || message.note.problem.code === 'import-empty')
          known = false;
        if (json) consoleLines.out(JSON.stringify(message));
        else tellNote(file, message.note);
        break;
      case 'entry':
        entries += 1;
        if (json) consoleLines.out(JSON.stringify(message));
        else if (dryRun || message.entry.missing.length > 0) consoleLines.out(entryLine(message.entry));
        break;
      case 'imported':
        result = message;
        if (json) consoleLines.out(JSON.stringify({ ...message, dryRun }));
        else consoleLines.out(fill(dryRun ? here().cli.sharing.dryResult : here().cli.sharing.result, counts(message)));
        break;
      default:
        break;
    }
  }
  if (!known && entries === 0) return EXIT.usage;
  const done = result !== null && (result.added + result.changed > 0 || result.incomplete === 0);
  return done ? EXIT.done : EXIT.notOpen;
}

/** Takes the line away before anything else is said, and at the end, however that comes. */
async function* clearing(
  status: StatusLine,
  messages: AsyncIterable<Exclude<RemoteMessage, { type: 'end' }>>,
): AsyncGenerator<Exclude<RemoteMessage, { type: 'end' }>> {
  try {
    for await (const message of messages) {
      if (message.type !== 'progress') status.clear();
      yield message;
    }
  } finally {
    status.clear();
  }
}

function progressText({ stage, done, total }: ImportProgress): string {
  return fill(here().ui.importing.progress[stage], { done, total });
}

function counts({ added, changed, skipped }: Imported) {
  return { added, changed, skipped };
}

function tellNote(given: string, { file, line, problem }: ImportNote): void {
  const text = here();
  const { note, wholeNote, standardInput } = text.cli.sharing;
  const name = given === '-' ? standardInput : file === '' ? given : join(given, file);
  const words = { file: oneLine(name), line, text: oneLine(sentence(atTerminal(text), problem)) };
  consoleLines.error(fill(line === WHOLE_FILE ? wholeNote : note, words));
}

/** A server on one line. Never its ports: output ends up in logs. */
function entryLine({ name, host, user, doorPort, fate, knocks, existing, changes, missing }: ImportEntry): string {
  const text = here().cli.sharing;
  const place = oneLine(`${user === '' ? '' : `${user}@`}${host === '' ? '?' : host}:${doorPort}`);
  const common = { name: oneLine(name), place };
  const [lacks] = missing;
  if (lacks !== undefined) {
    return fill(text.incomplete, { ...common, why: lacks === 'host' ? text.noHost : text.noSequence });
  }
  switch (fate) {
    case 'add':
      return fill(text.add, { ...common, knocks: knocks === 0 ? '' : fill(text.knocks, { count: knocks }) }).trimEnd();
    case 'change':
      return fill(text.change, { ...common, fields: changes.join(', '), existing: oneLine(existing ?? '') });
    case 'same':
      return fill(text.same, common);
  }
}

async function passphraseOf(options: ImportOptions): Promise<string | null> {
  try {
    return await passphraseFrom(options.passphraseFile);
  } catch {
    return null;
  }
}

/** `null`: it is a folder, and the app reads the files in it. */
function fileText(path: string): Result<string | null> {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return ok(null);
    return tooBig(stat.size) ?? decodeBytes(readFileSync(path));
  } catch (error) {
    return fail({ code: 'import-unreadable', params: { file: path, reason: errorCode(error) } });
  }
}

async function standardInput(): Promise<Result<string>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin) {
    const piece = Buffer.from(chunk);
    bytes += piece.length;
    const big = tooBig(bytes);
    if (big !== null) return big;
    chunks.push(piece);
  }
  return decodeBytes(Buffer.concat(chunks));
}

function say(problem: Parameters<typeof sentence>[1], status: ExitStatus): ExitStatus {
  consoleLines.error(`toctoc: ${oneLine(sentence(atTerminal(here()), problem))}`);
  return status;
}
