import type { ExportFormat, FoundSource, ImportOutcome, ImportPreview, ImportSupplement } from './model/importing.ts';
import type { Problem } from './result.ts';

/** A file that the page has read (dropped), or pasted text without a name. */
export interface GivenText {
  readonly name: string;
  readonly text: string;
  /** Where the system says that a dropped file lies. Main believes it only if that file has this very text. */
  readonly path?: string;
}

/** A dropped file or folder that the page could not read: the preview names it beside those that it could. */
export interface GivenUnread {
  readonly name: string;
  readonly unread: Problem;
}

export type GivenFile = GivenText | GivenUnread;

/**
 * Bringing servers in and taking them out: a part of {@link file://./ipc.ts}. The page names no file: what it knows of a
 * dropped one it has to prove.
 */
export interface SharingRequests {
  /** The system's file dialog, then a preview; `null` when it was closed without a choice. */
  'import:open-file': () => ImportPreview | null;
  /** The same for a folder, such as that of PuTTY's sessions: every file in it. */
  'import:open-folder': () => ImportPreview | null;
  'import:parse-text': (files: readonly GivenFile[]) => ImportPreview;
  /** The text on the clipboard: read now, because the person asked for it, and at no other time. */
  'import:open-clipboard': () => ImportPreview;
  /** What there is on this computer. */
  'import:found': () => readonly FoundSource[];
  'import:open-found': (id: string) => ImportPreview;
  /** Ends what is being read or saved, without a trace; what waits for it hears `import-cancelled`. */
  'import:cancel': () => null;
  'import:unseal': (request: { readonly id: string; readonly passphrase: string }) => ImportPreview;
  /** The preview again, with what the person has entered for entries that lack it. */
  'import:supplement': (request: { readonly id: string } & ImportSupplement) => ImportPreview;
  /** The sequences of one entry, as text. */
  'import:reveal': (request: { readonly id: string; readonly key: number }) => {
    readonly sequence: string;
    readonly closeSequence: string;
  };
  /** Saves the chosen entries as one change. */
  'import:apply': (
    request: { readonly id: string; readonly keys: readonly number[] } & ImportSupplement,
  ) => ImportOutcome;
  'import:undo': (undoId: string) => null;
  /** The system's dialog for a new file, then writes it; answers with its path, `null` when the dialog was closed. */
  'export:save': (request: {
    /** `null`: all of them. */
    readonly profileIds: readonly string[] | null;
    readonly format: ExportFormat;
    readonly passphrase: string;
  }) => string | null;
}

export const sharingTable: Record<keyof SharingRequests, true> = {
  'import:open-file': true,
  'import:open-folder': true,
  'import:parse-text': true,
  'import:open-clipboard': true,
  'import:found': true,
  'import:open-found': true,
  'import:cancel': true,
  'import:unseal': true,
  'import:supplement': true,
  'import:reveal': true,
  'import:apply': true,
  'import:undo': true,
  'export:save': true,
};
