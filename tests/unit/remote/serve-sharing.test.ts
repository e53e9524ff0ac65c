import { describe, expect, it } from 'vitest';
import { Importer } from '../../../electron/profiles/import/importer.ts';
import { LineReader, LineTooLong, MAX_LINE_BYTES } from '../../../electron/remote/lines.ts';
import {
  parseMessage,
  parseRequest,
  type RemoteMessage,
  type RemoteRequest,
} from '../../../electron/remote/protocol.ts';
import { serveExport, serveImport } from '../../../electron/remote/serve-sharing.ts';
import { type Profile, summarise } from '../../../shared/model/profile.ts';
import { fail, ok } from '../../../shared/result.ts';
import { oneStep } from '../../fakes/one-step.ts';
import { aProfile } from '../../fakes/profiles.ts';

type ImportRequest = Extract<RemoteRequest, { type: 'import' }>;

function setting(profiles: readonly Profile[] = [aProfile()]) {
  const saved: unknown[] = [];
  const said: RemoteMessage[] = [];
  let id = 0;
  const sharing = {
    importer: new Importer({
      existing: () => oneStep(() => ok(profiles)),
      saveMany: (changes) =>
        oneStep(() => {
          saved.push(changes);
          return ok({ added: [], replaced: [] });
        }),
      revert: () => ok(null),
      unseal: async (_text, passphrase) =>
        passphrase === 'right' ? ok('knock sealed 1 2') : fail({ code: 'import-passphrase-wrong' }),
      newId: () => `id-${++id}`,
    }),
    readFolder: () => Promise.reject(new Error('not here')),
    exportText: async ({ profileIds }: { readonly profileIds: readonly string[] | null }) =>
      ok(`${profileIds?.join() ?? 'all'} ${'é'.repeat(20_000)}`),
  };
  const say = (message: RemoteMessage) => void said.push(message);
  const heard = async () => {};
  const bring = (text: string, differs: Partial<ImportRequest> = {}, signal = new AbortController().signal) =>
    serveImport(
      sharing,
      {
        type: 'import',
        version: 1,
        path: '',
        folder: false,
        text,
        progress: false,
        host: '',
        sequence: '',
        passphrase: null,
        dryRun: false,
        ...differs,
      },
      { say, signal, heard },
    );
  const take = (words: string[]) =>
    serveExport(
      sharing,
      profiles.map(summarise),
      { type: 'export', version: 1, profiles: words, format: 'json', passphrase: '' },
      { say, heard },
    );
  return { bring, take, said, saved };
}

describe('an import over the socket', () => {
  it('tells entries and notes, saves, and never says a port', async () => {
    const { bring, said, saved } = setting();
    await bring('knock new 11111 22222\nknock web.example.org 33333\nknock x ssh');
    expect(said.map(({ type }) => type)).toEqual(['note', 'entry', 'entry', 'imported']);
    expect(said.at(-1)).toEqual({ type: 'imported', added: 1, changed: 1, skipped: 0, incomplete: 0 });
    expect(JSON.stringify(said)).not.toMatch(/11111|22222|33333/);
    expect(saved).toHaveLength(1);
    for (const message of said) expect(parseMessage(JSON.stringify(message))).toEqual(message);
  });

  it('saves nothing on a dry run, nor what is incomplete', async () => {
    const { bring, said, saved } = setting();
    await bring('knock new 1 2', { dryRun: true });
    await bring('Host nas\n');
    expect(said.filter(({ type }) => type === 'imported')).toEqual([
      { type: 'imported', added: 1, changed: 0, skipped: 0, incomplete: 0 },
      { type: 'imported', added: 0, changed: 0, skipped: 1, incomplete: 1 },
    ]);
    expect(saved).toEqual([]);
    await bring('Host nas\n', { sequence: '1 2' });
    expect(saved).toMatchObject([[{ draft: { host: 'nas' } }]]);
  });

  it('of a sealed file wants a passphrase, the right one', async () => {
    const { bring, said } = setting();
    const text = '{"format":"toctoc-sealed"}';
    await bring(text);
    await bring(text, { passphrase: 'wrong' });
    await bring(text, { passphrase: 'right' });
    expect(said).toMatchObject([
      { type: 'sealed' },
      { type: 'failed', problem: { code: 'import-passphrase-wrong' } },
      { type: 'entry', entry: { host: 'sealed' } },
      { type: 'imported', added: 1 },
    ]);
  });
});

describe('an import that somebody watches', () => {
  const many = Array.from({ length: 20_000 }, (_, at) => `knock host-${at} 1 2\n`).join('');
  const kinds = (said: readonly RemoteMessage[]) => new Set(said.map(({ type }) => type));

  it('tells how far it is, in messages that the other side knows', async () => {
    const { bring, said } = setting();
    await bring(many, { progress: true, dryRun: true });
    const told = said.filter(({ type }) => type === 'progress');
    expect(told.length).toBeGreaterThan(0);
    for (const message of told) expect(parseMessage(JSON.stringify(message))).toEqual(message);
  });

  it('tells nothing where nobody does', async () => {
    const { bring, said } = setting();
    await bring(many, { dryRun: true });
    expect(kinds(said).has('progress')).toBe(false);
  });

  it('that went away saves nothing', async () => {
    const { bring, said, saved } = setting();
    await bring('knock new 1 2', {}, AbortSignal.abort());
    expect(saved).toEqual([]);
    expect(said).toEqual([{ type: 'failed', problem: { code: 'import-cancelled' } }]);
  });
});

describe('an export over the socket', () => {
  it('comes in pieces that fit a line', async () => {
    const { take, said } = setting();
    await take(['web']);
    const pieces = said.flatMap((message) => (message.type === 'text' ? [message.text] : []));
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.join('')).toBe(`web ${'é'.repeat(20_000)}`);
  });

  it('names what it does not know', async () => {
    const { take, said } = setting();
    await take(['nobody']);
    expect(said).toMatchObject([{ type: 'unknown', ambiguous: false, profiles: [{ name: 'Web server' }] }]);
  });
});

describe('a long line', () => {
  const long = (type: string, bytes: number) =>
    Buffer.from(`{"type":"${type}","version":1,"text":"${'x'.repeat(bytes)}"}\n`);

  it('may be an import, in whatever pieces it comes', () => {
    const line = long('import', 10 * MAX_LINE_BYTES);
    const reader = new LineReader();
    const parts = [line.subarray(0, 3), line.subarray(3, 9), line.subarray(9)];
    const lines = parts.flatMap((part) => reader.push(part));
    expect(lines.map(({ length }) => length)).toEqual([line.length - 1]);
  });

  it('may be nothing else', () => {
    for (const type of ['list', 'exports']) {
      expect(() => new LineReader().push(long(type, MAX_LINE_BYTES))).toThrow(LineTooLong);
    }
    expect(parseRequest('{"type":"import","version":1}')).toBeNull();
  });
});
