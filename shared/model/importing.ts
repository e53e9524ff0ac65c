import type { Fate, Missing } from '../formats/import-plan.ts';
import type { ImportFormat } from '../formats/sniff.ts';
import type { Problem } from '../result.ts';

/** One server of a preview. Its sequence is a secret: only how many knocks there are is shown, until it is asked for. */
export interface ImportEntry {
  /** Its place in the preview; what the page names it by. */
  readonly key: number;
  /** The name of its file, where several were read at once; else empty. */
  readonly file: string;
  readonly line: number;
  readonly name: string;
  /** Empty: the file does not say. */
  readonly host: string;
  readonly doorPort: number;
  readonly user: string;
  readonly knocks: number;
  readonly closeKnocks: number;
  readonly fate: Fate;
  /** The name of the profile that is changed, or is the same. */
  readonly existing: string | null;
  /** The fields that would change, such as `launch.user`. */
  readonly changes: readonly string[];
  readonly missing: readonly Missing[];
}

/** What stands at a line of what was read. */
export interface ImportNote {
  /** The name of the file, where several were read at once; else empty. */
  readonly file: string;
  /** 0: the file as a whole. */
  readonly line: number;
  readonly kind: 'problem' | 'remark';
  readonly problem: Problem;
}

/** What importing would do, before anything is saved. Main keeps what is secret of it. */
export interface ImportPreview {
  readonly id: string;
  /** The file's name; empty for pasted text. */
  readonly source: string;
  /** `null`: nothing that Toctoc knows. */
  readonly format: ImportFormat | null;
  /** A sealed file that still wants its passphrase. */
  readonly sealed: boolean;
  readonly entries: readonly ImportEntry[];
  readonly notes: readonly ImportNote[];
}

/** What the person adds to the entries that lack it. */
export interface ImportSupplement {
  readonly host: string;
  /** As it is typed. */
  readonly sequence: string;
}

/** What was done; `undoId` takes it back. */
export interface ImportOutcome {
  readonly added: number;
  readonly changed: number;
  readonly skipped: number;
  /** The first profile that was added or, where none was, changed. */
  readonly first: string | null;
  readonly undoId: string;
}

/** Something on this computer that can be imported. */
export interface FoundSource {
  readonly id: string;
  readonly kind: 'ssh-config' | 'putty' | 'kitty' | 'knockd';
  /** Where it is, as a person would say it: a path or a registry key. */
  readonly place: string;
}

export const EXPORT_FORMATS = ['json', 'sealed', 'knock', 'ssh'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The shortest passphrase that seals an export. */
export const MIN_PASSPHRASE = 8;
