import { oneLine } from '../../shared/text/one-line.ts';
import { sentence } from '../../shared/text/sentence.ts';
import { ask, connectApp } from '../remote/client.ts';
import { type ListedProfile, PROTOCOL_VERSION } from '../remote/protocol.ts';
import { openApp } from './app-link.ts';
import { dataFolderHere } from './data-folder.ts';
import { EXIT, type ExitStatus, exitStatus } from './exit-status.ts';
import { interruptSignal } from './interrupt.ts';
import { here } from './language.ts';
import { failed } from './profile-run.ts';
import { consoleLines } from './reporter.ts';

export interface ListOptions {
  readonly json?: boolean;
  readonly names?: boolean;
  /** `false`: the app is not started; without it there is no list. */
  readonly start: boolean;
}

/** Prints the profiles that the app has. */
export async function listProfiles(options: ListOptions): Promise<ExitStatus> {
  const signal = interruptSignal();
  const folder = dataFolderHere();
  const profiles: ListedProfile[] = [];
  try {
    const socket = options.start ? await openApp(folder, signal) : await connectApp(folder.path);
    if (socket === null) {
      consoleLines.error(here().cli.remote.notRunning);
      return EXIT.notOpen;
    }
    for await (const message of ask(socket, { type: 'list', version: PROTOCOL_VERSION }, signal)) {
      if (message.type === 'profile') profiles.push(message.profile);
      if (message.type !== 'failed') continue;
      consoleLines.error(`toctoc: ${sentence(here(), message.problem)}`);
      return exitStatus({ result: 'failed', problem: message.problem });
    }
  } catch (error) {
    return failed(error, consoleLines, signal);
  }
  for (const line of linesOf(profiles, options)) consoleLines.out(line);
  return EXIT.done;
}

function linesOf(profiles: readonly ListedProfile[], { json, names }: ListOptions): readonly string[] {
  if (json) return profiles.map((profile) => JSON.stringify(profile));
  if (names) return profiles.map((profile) => wordFor(profile, profiles));
  const rows = profiles.map(({ name, host, doorPort, id }) => [oneLine(name), oneLine(host), String(doorPort), id]);
  const width = (column: number) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0));
  const widths = [width(0), width(1), width(2)];
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}

/** A profile's name, where that says which one is meant and is what the person would type; its id otherwise. */
function wordFor({ id, name }: ListedProfile, profiles: readonly ListedProfile[]): string {
  const unique = profiles.filter((other) => other.name === name).length === 1;
  return unique && oneLine(name) === name ? name : id;
}
