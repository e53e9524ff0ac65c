import { writeFileSync } from 'node:fs';
import { tooBig } from '../../shared/formats/import-bounds.ts';
import type { ImportProgress } from '../../shared/formats/steps.ts';
import type { SharingRequests } from '../../shared/ipc-sharing.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { errorCode } from '../knock/errors.ts';
import { EXPORT_FILES } from '../profiles/export/exporter.ts';
import type { Watcher } from '../profiles/import/in-turns.ts';
import { OneAtATime } from '../profiles/import/one-at-a-time.ts';
import type { ImportText } from '../profiles/import/parse-text.ts';
import type { Sharing } from '../profiles/sharing.ts';

export interface SharingDeps {
  readonly sharing: Sharing;
  /** Resolves when the vault has been opened, or is known to be locked. */
  readonly ready: () => Promise<unknown>;
  /** Paths from the system's dialog; none when it was closed. */
  readonly pickImportFiles: () => Promise<readonly string[]>;
  /** `null` when the dialog was closed. */
  readonly pickImportFolder: () => Promise<string | null>;
  readonly readClipboard: () => Promise<string>;
  /** How far it is; `null` when it is over. */
  readonly onProgress: (progress: ImportProgress | null) => void;
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
  pickImportFolder,
  readClipboard,
  onProgress,
  pickExportFile,
}: SharingDeps): SharingHandlers {
  const { importer, found } = sharing;
  const work = new OneAtATime(onProgress);
  const typing = new OneAtATime(() => {});
  const preview = (read: (watcher: Watcher) => Promise<Result<readonly ImportText[]>>) =>
    work.run(async (watcher) => {
      await ready();
      const texts = await read(watcher);
      return texts.ok ? importer.preview(texts.value, watcher) : texts;
    });
  return {
    'import:open-file': async () => {
      const paths = await pickImportFiles();
      return paths.length === 0 ? ok(null) : preview((watcher) => sharing.readFiles(paths, watcher));
    },
    'import:open-folder': async () => {
      const folder = await pickImportFolder();
      return folder === null ? ok(null) : preview((watcher) => sharing.readFolder(folder, watcher));
    },
    'import:parse-text': (files) => preview((watcher) => sharing.given(files, watcher)),
    'import:open-clipboard': async () => {
      const text = await readClipboard();
      if (text.trim() === '') return fail({ code: 'import-clipboard-empty' });
      const big = tooBig(text.length);
      return big ?? preview(async () => ok([{ fileName: '', text, sshFiles: null }]));
    },
    'import:found': async () => ok(await found.list()),
    'import:open-found': (id) => preview((watcher) => found.read(id, watcher)),
    'import:cancel': async () => {
      work.cancel();
      return ok(null);
    },
    'import:unseal': ({ id, passphrase }) => work.run((watcher) => importer.unseal(id, passphrase, watcher)),
    // What is typed next makes what was typed before pointless.
    'import:supplement': ({ id, ...typed }) => typing.run((watcher) => importer.supplemented(id, typed, watcher)),
    'import:reveal': async ({ id, key }) => importer.reveal(id, key),
    'import:apply': ({ id, keys, ...typed }) => work.run((watcher) => importer.apply(id, keys, typed, watcher)),
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
