import { homedir } from 'node:os';
import type { GivenFile } from '../../shared/ipc-sharing.ts';
import type { Result } from '../../shared/result.ts';
import { exportRegistryKey } from '../launch/start.ts';
import { type ExporterDeps, type ExportRequest, exportText } from './export/exporter.ts';
import { unsealFile } from './export/sealed-file.ts';
import { FoundSources } from './import/found.ts';
import { givenTexts } from './import/given.ts';
import { Importer, type ImporterDeps } from './import/importer.ts';
import { stoppable, type Watcher } from './import/in-turns.ts';
import type { ImportText } from './import/parse-text.ts';
import { readImportFiles, readImportFolder } from './import/read-many.ts';

export type SharingOptions = Omit<ImporterDeps, 'unseal'> & ExporterDeps;

/** Import and export, put together. */
export interface Sharing {
  readonly importer: Importer;
  readonly found: FoundSources;
  readonly readFiles: (paths: readonly string[], watcher: Watcher) => Promise<Result<readonly ImportText[]>>;
  readonly readFolder: (path: string, watcher: Watcher) => Promise<Result<readonly ImportText[]>>;
  readonly given: (files: readonly GivenFile[], watcher: Watcher) => Promise<Result<readonly ImportText[]>>;
  readonly exportText: (request: ExportRequest) => Promise<Result<string>>;
}

/** Import and export on this computer: the person's home folder, `/etc`, Windows' registry. */
export function createSharing(options: SharingOptions): Sharing {
  const home = homedir();
  return {
    importer: new Importer({ ...options, unseal: unsealFile }),
    found: new FoundSources({ platform: process.platform, home, etc: '/etc', registry: readKey }),
    readFiles: (paths, watcher) => stoppable(readImportFiles(paths, home), watcher),
    readFolder: (path, watcher) => stoppable(readImportFolder(path, home), watcher),
    given: (files, watcher) => stoppable(givenTexts(files, home), watcher),
    exportText: (request) => exportText(request, options),
  };
}

/** Windows' registry, by its own tool. */
function readKey(key: string): Promise<string | null> {
  return exportRegistryKey(process.env['SystemRoot'] ?? 'C:\\Windows', key);
}
