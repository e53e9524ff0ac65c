import type { ProfileDraft } from '../model/profile.ts';
import type { Problem } from '../result.ts';

/** What a file can say about a server beside its name and address; whatever it does not say stays as it is, or usual. */
export interface Said extends Partial<Omit<ProfileDraft, 'name' | 'host' | 'door' | 'launch'>> {
  readonly door?: Partial<ProfileDraft['door']>;
  readonly launch?: Partial<ProfileDraft['launch']>;
}

/** A server as a file describes it: not yet a profile, because files leave things out. */
export interface Candidate {
  /** Where it begins in the file; the first line is 1. */
  readonly line: number;
  readonly name: string;
  /** `null`: the file does not say which server it is about, as a knockd.conf does not. */
  readonly host: string | null;
  readonly said: Said;
}

/** Something to tell about one line of a file. It never repeats a port: a sequence is a secret. */
export interface FormatNote {
  /** From 1 to the number of lines; {@link WHOLE_FILE}: none of them. */
  readonly line: number;
  /** `problem`: something was left out, or the server would not take it; `remark`: good to know. */
  readonly kind: 'problem' | 'remark';
  readonly problem: Problem;
}

/** The line of a note on a file that was not read at all. */
export const WHOLE_FILE = 0;

/** What a parser makes of a text. Parsers never throw: what they cannot read they name. */
export interface Parsed {
  readonly candidates: readonly Candidate[];
  readonly notes: readonly FormatNote[];
}

/** Something that was left out, or that the server would not take. */
export function problemAt(line: number, problem: Problem): FormatNote {
  return { line, kind: 'problem', problem };
}

/** Something that is good to know. */
export function remarkAt(line: number, problem: Problem): FormatNote {
  return { line, kind: 'remark', problem };
}
