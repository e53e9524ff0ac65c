import { homedir } from 'node:os';
import { basename } from 'node:path';
import type { ImportEntry, ImportPreview } from '../../shared/model/importing.ts';
import type { ProfileSummary } from '../../shared/model/profile.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Watcher } from '../profiles/import/in-turns.ts';
import type { ImportText } from '../profiles/import/parse-text.ts';
import { aroundFile } from '../profiles/import/read-files.ts';
import type { Sharing } from '../profiles/sharing.ts';
import { findProfile } from './find-profile.ts';
import type { RemoteMessage, RemoteRequest } from './protocol.ts';

/** What the command line reaches of import and export. */
export type ServedSharing = Pick<Sharing, 'exportText' | 'readFolder'> & {
  readonly importer: Pick<Sharing['importer'], 'preview' | 'unseal' | 'supplemented' | 'apply'>;
};

type Say = (message: RemoteMessage) => void;

/** Who is served: see {@link file://./server.ts}. */
interface Client {
  readonly say: Say;
  readonly signal: AbortSignal;
  readonly heard: () => Promise<void>;
}

type ImportRequest = Extract<RemoteRequest, { type: 'import' }>;
type ExportRequest = Extract<RemoteRequest, { type: 'export' }>;

/** An export travels in pieces: a line of ours is at most 64 KiB (characters, up to six bytes each). */
const PIECE = 8192;

/** Reads a text, tells what happens to every server in it, and saves them unless it is a dry run. */
export async function serveImport(
  sharing: ServedSharing,
  request: ImportRequest,
  { say, signal, heard }: Client,
): Promise<void> {
  const { passphrase, host, sequence, dryRun } = request;
  const { importer } = sharing;
  const watcher: Watcher = {
    signal,
    ...(request.progress && { onProgress: atTimes((progress) => say({ type: 'progress', progress })) }),
  };
  const sources = await sourcesOf(sharing, request, watcher);
  if (!sources.ok) return failed(sources, say);
  let preview = await importer.preview(sources.value, watcher);
  if (preview.ok && preview.value.sealed) {
    if (passphrase === null) return say({ type: 'sealed' });
    preview = await importer.unseal(preview.value.id, passphrase, watcher);
  }
  if (preview.ok && (host !== '' || sequence !== '')) {
    preview = await importer.supplemented(preview.value.id, { host, sequence }, watcher);
  }
  if (!preview.ok) return failed(preview, say);
  const { entries, notes, id } = preview.value;
  for (const note of notes) {
    say({ type: 'note', note });
    await heard();
  }
  for (const entry of entries) {
    say({ type: 'entry', entry });
    await heard();
  }
  const usable = entries.filter((entry) => entry.fate !== 'same' && entry.missing.length === 0);
  if (!dryRun && usable.length > 0) {
    const keys = usable.map(({ key }) => key);
    const applied = await importer.apply(id, keys, { host, sequence }, watcher);
    if (!applied.ok) return failed(applied, say);
  }
  say({ type: 'imported', ...countsOf(preview.value, usable) });
}

async function sourcesOf(
  { readFolder }: ServedSharing,
  { path, folder, text }: ImportRequest,
  watcher: Watcher,
): Promise<Result<readonly ImportText[]>> {
  if (folder) return readFolder(path, watcher);
  return ok([
    path === ''
      ? { fileName: '', text, sshFiles: null }
      : { fileName: basename(path), text, ...aroundFile(path, homedir()) },
  ]);
}

/** A terminal's line is not read more often than this (ms). */
const TELL_MS = 50;

function atTimes<T>(tell: (value: T) => void): (value: T) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (value) => {
    if (performance.now() - last < TELL_MS) return;
    last = performance.now();
    tell(value);
  };
}

function countsOf({ entries }: ImportPreview, usable: readonly ImportEntry[]) {
  const changed = usable.filter(({ fate }) => fate === 'change').length;
  return {
    added: usable.length - changed,
    changed,
    skipped: entries.length - usable.length,
    incomplete: entries.filter(({ missing }) => missing.length > 0).length,
  };
}

/** Tells profiles as text, piece by piece. */
export async function serveExport(
  sharing: ServedSharing,
  summaries: readonly ProfileSummary[],
  { profiles, format, passphrase }: ExportRequest,
  { say, heard }: Omit<Client, 'signal'>,
): Promise<void> {
  const ids: string[] = [];
  for (const word of profiles) {
    const found = findProfile(summaries, word);
    if (found.found !== 'one') {
      const candidates = found.candidates.map((one) => {
        const { id, name, host, doorPort, canClose } = one;
        return { id, name, host, doorPort, canClose };
      });
      return say({ type: 'unknown', ambiguous: found.found === 'several', profiles: candidates });
    }
    ids.push(found.profile.id);
  }
  const text = await sharing.exportText({ profileIds: profiles.length === 0 ? null : ids, format, passphrase });
  if (!text.ok) return failed(text, say);
  for (let at = 0; at < text.value.length; at += PIECE) {
    say({ type: 'text', text: text.value.slice(at, at + PIECE) });
    await heard();
  }
}

function failed(result: Extract<Result<unknown>, { ok: false }>, say: Say): void {
  say({ type: 'failed', problem: result.problems[0] });
}
