import { homedir } from 'node:os';
import type { Steps } from '../../shared/formats/steps.ts';
import type { GivenFile } from '../../shared/ipc-sharing.ts';
import { fail, type Result } from '../../shared/result.ts';
import { exportRegistryKey } from '../launch/start.ts';
import { type ExporterDeps, type ExportRequest, exportText } from './export/exporter.ts';
import { unsealFile } from './export/sealed-file.ts';
import { FoundSources } from './import/found.ts';
import { givenTexts } from './import/given.ts';
import { Importer, type ImporterDeps } from './import/importer.ts';
import { inTurns, type Watcher } from './import/in-turns.ts';
import type { ImportText } from './import/parse-text.ts';
import { readImportFiles, readImportFolder } from './import/read-many.ts';

export type SharingOptions = Omit<ImporterDeps, 'unseal'> & ExporterDeps;

/** Import and export, put together. */
export interface Sharing {
  readonly importer: Importer;
  readonly found: FoundSources;
  readonly readFiles: (paths: readonly string[], watcher: Watcher) => Promise<Result<readonly ImportText[]>>;
  readonly readFolder: (path: string, watcher: Watcher) => Promise<Result<readonly ImportText[]>>;
  readonly given: (files: readonly GivenFile[]) => readonly ImportText[];
  readonly exportText: (request: ExportRequest) => Promise<Result<string>>;
}

export function createSharing(options: SharingOptions): Sharing {
  const home = homedir();
  return {
    importer: new Importer({ ...options, unseal: unsealFile }),
    found: new FoundSources({ platform: process.platform, home, etc: '/etc', registry: readKey }),
    readFiles: (paths, watcher) => read(readImportFiles(paths, home), watcher),
    readFolder: (path, watcher) => read(readImportFolder(path, home), watcher),
    given: (files) => givenTexts(files, home),
    exportText: (request) => exportText(request, options),
  };
}

async function read(
  steps: Steps<Result<readonly ImportText[]>>,
  watcher: Watcher,
): Promise<Result<readonly ImportText[]>> {
  return (await inTurns(steps, watcher)) ?? fail({ code: 'import-cancelled' });
}

/** Windows' registry, by its own tool. */
function readKey(key: string): Promise<string | null> {
  return exportRegistryKey(process.env['SystemRoot'] ?? 'C:\\Windows', key);
}
