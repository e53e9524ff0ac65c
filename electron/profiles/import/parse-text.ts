import {
  type Candidate,
  type FormatNote,
  type Parsed,
  problemAt,
  remarkAt,
  WHOLE_FILE,
} from '../../../shared/formats/candidate.ts';
import { parseKnockCommands } from '../../../shared/formats/knock-command.ts';
import { parseKnockOnPorts } from '../../../shared/formats/knock-on-ports.ts';
import { parseKnockdConf, type ReadList } from '../../../shared/formats/knockd-doors.ts';
import { parsePortKnockList } from '../../../shared/formats/port-knock-list.ts';
import { parseProfileDocument } from '../../../shared/formats/profile-document.ts';
import { parseRegistry } from '../../../shared/formats/registry-text.ts';
import { parseSessionFile } from '../../../shared/formats/session-file.ts';
import { type ImportFormat, sniff } from '../../../shared/formats/sniff.ts';
import type { Steps } from '../../../shared/formats/steps.ts';
import type { Problem } from '../../../shared/result.ts';
import { oneLine } from '../../../shared/text/one-line.ts';
import { isOnOtherComputer } from './other-computer.ts';
import { parseSshConfig } from './ssh-config.ts';
import type { SshFiles } from './ssh-lines.ts';

/** A text to import. */
export interface ImportText {
  readonly text: string;
  /** The file's name, or empty for pasted text: a PuTTY session has no other. */
  readonly fileName: string;
  /** Where includes may be read from; `null`: from nowhere. */
  readonly sshFiles: SshFiles | null;
  /** Where a knockd.conf's one-time lists are looked for; absent for pasted text, which may name any file at all. */
  readonly readList?: ReadList;
  /** Why there is no text: the file is only named. */
  readonly unread?: Problem;
}

/** Reads a text of any known format. `format`: `null` when none was recognised. Sealed files are opened elsewhere. */
export function* parseImportText(source: ImportText): Steps<Parsed & { readonly format: ImportFormat | null }> {
  const { text, unread } = source;
  if (unread !== undefined) return { format: null, candidates: [], notes: [problemAt(WHOLE_FILE, unread)] };
  if (text.trim() === '') return { format: null, candidates: [], notes: [problemAt(1, { code: 'import-empty' })] };
  const format = sniff(text);
  if (format === null) {
    return { format, candidates: [], notes: [problemAt(1, { code: 'import-unknown-format' })] };
  }
  const parsed = yield* parse(format, source);
  const nothing = parsed.candidates.length === 0 && parsed.notes.length === 0 && format !== 'toctoc-sealed';
  if (nothing) return { format, ...parsed, notes: [problemAt(1, { code: 'import-empty' })] };
  return { format, ...parsed, notes: [...parsed.notes, ...keysElsewhere(parsed.candidates)] };
}

/** Whoever made the file chose what the launcher will read, and where Windows will sign in for it. */
function keysElsewhere(candidates: readonly Candidate[]): readonly FormatNote[] {
  return candidates.flatMap(({ line, name, said }) => {
    const file = said.launch?.identityFile ?? '';
    return isOnOtherComputer(file)
      ? [remarkAt(line, { code: 'import-key-elsewhere', params: { name, file: oneLine(file) } })]
      : [];
  });
}

function* parse(format: ImportFormat, { text, fileName, sshFiles, readList }: ImportText): Steps<Parsed> {
  switch (format) {
    case 'toctoc':
      return yield* parseProfileDocument(text);
    case 'toctoc-sealed':
      return { candidates: [], notes: [] };
    case 'knockd-conf':
      return yield* parseKnockdConf(text, readList);
    case 'knock-command':
      return yield* parseKnockCommands(text);
    case 'ssh-config':
      return yield* parseSshConfig(text, sshFiles);
    case 'registry':
      return yield* parseRegistry(text);
    case 'session-file':
      return yield* parseSessionFile(text, fileName);
    case 'port-knock-list':
      return yield* parsePortKnockList(text);
    case 'knock-on-ports':
      return yield* parseKnockOnPorts(text);
  }
}
