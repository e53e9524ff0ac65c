import { homedir } from 'node:os';
import { ok, type Result } from '../../shared/result.ts';
import { exportRegistryKey } from '../launch/start.ts';
import { type ExporterDeps, type ExportRequest, exportText } from './export/exporter.ts';
import { unsealFile } from './export/sealed-file.ts';
import { FoundSources } from './import/found.ts';
import { Importer, type ImporterDeps } from './import/importer.ts';
import type { ImportText } from './import/parse-text.ts';
import { readImportFile } from './import/read-files.ts';

export type SharingOptions = Omit<ImporterDeps, 'unseal'> & ExporterDeps;

/** Import and export, put together. */
export interface Sharing {
  readonly importer: Importer;
  readonly found: FoundSources;
  readonly readFiles: (paths: readonly string[]) => Result<readonly ImportText[]>;
  readonly exportText: (request: ExportRequest) => Promise<Result<string>>;
}

export function createSharing(options: SharingOptions): Sharing {
  const home = homedir();
  return {
    importer: new Importer({ ...options, unseal: unsealFile }),
    found: new FoundSources({ platform: process.platform, home, etc: '/etc', registry: readKey }),
    readFiles: (paths) => {
      const texts: ImportText[] = [];
      for (const path of paths) {
        const text = readImportFile(path, home);
        if (!text.ok) return text;
        texts.push(text.value);
      }
      return ok(texts);
    },
    exportText: (request) => exportText(request, options),
  };
}

/** Windows' registry, by its own tool. */
function readKey(key: string): Promise<string | null> {
  return exportRegistryKey(process.env['SystemRoot'] ?? 'C:\\Windows', key);
}
