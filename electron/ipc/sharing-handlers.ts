import { writeFileSync } from 'node:fs';
import { tooBig } from '../../shared/formats/decode-text.ts';
import type { SharingRequests } from '../../shared/ipc-sharing.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { errorCode } from '../knock/errors.ts';
import { EXPORT_FILES } from '../profiles/export/exporter.ts';
import type { ImportText } from '../profiles/import/parse-text.ts';
import type { Sharing } from '../profiles/sharing.ts';

export interface SharingDeps {
  readonly sharing: Sharing;
  /** Resolves when the vault has been opened, or is known to be locked. */
  readonly ready: () => Promise<unknown>;
  /** Paths from the system's dialog; none when it was closed. */
  readonly pickImportFiles: () => Promise<readonly string[]>;
  readonly readClipboard: () => Promise<string>;
  readonly pickExportFile: (name: string) => Promise<string | null>;
}

type SharingHandlers = {
  readonly [C in keyof SharingRequests]: (
    ...args: Parameters<SharingRequests[C]>
  ) => Promise<Result<ReturnType<SharingRequests[C]>>>;
};

/** A file of sequences is nobody else's business. */
const PRIVATE = 0o600;

/** One entry per channel of import and export; see `handlers.ts`. */
export function createSharingHandlers({
  sharing,
  ready,
  pickImportFiles,
  readClipboard,
  pickExportFile,
}: SharingDeps): SharingHandlers {
  const { importer, found } = sharing;
  const preview = (texts: Result<readonly ImportText[]>) => (texts.ok ? importer.preview(texts.value) : texts);
  return {
    'import:open-file': async () => {
      const paths = await pickImportFiles();
      if (paths.length === 0) return ok(null);
      await ready();
      return preview(sharing.readFiles(paths));
    },
    'import:parse-text': async (files) => {
      await ready();
      // Pasted or dropped text follows no include: the page must not be able to name a file.
      return importer.preview(files.map(({ name, text }) => ({ fileName: name, text, sshFiles: null })));
    },
    'import:open-clipboard': async () => {
      const text = await readClipboard();
      if (text.trim() === '') return fail({ code: 'import-clipboard-empty' });
      const big = tooBig(text.length);
      if (big !== null) return big;
      await ready();
      return importer.preview([{ fileName: '', text, sshFiles: null }]);
    },
    'import:found': async () => ok(await found.list()),
    'import:open-found': async (id) => {
      await ready();
      return preview(await found.read(id));
    },
    'import:unseal': ({ id, passphrase }) => importer.unseal(id, passphrase),
    'import:supplement': async ({ id, ...typed }) => importer.supplemented(id, typed),
    'import:reveal': async ({ id, key }) => importer.reveal(id, key),
    'import:apply': async ({ id, keys, ...typed }) => importer.apply(id, keys, typed),
    'import:undo': async (undoId) => importer.undo(undoId),
    'export:save': async (request) => {
      await ready();
      const text = await sharing.exportText(request);
      if (!text.ok) return text;
      const path = await pickExportFile(EXPORT_FILES[request.format]);
      if (path === null) return ok(null);
      try {
        writeFileSync(path, text.value, { mode: PRIVATE });
        return ok(path);
      } catch (error) {
        return fail({ code: 'export-unwritable', params: { file: path, reason: errorCode(error) } });
      }
    },
  };
}
