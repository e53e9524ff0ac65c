import { beforeEach, describe, expect, it } from 'vitest';
import { createHistory } from '../../../electron/history/history.ts';
import { type HistoryDataFile, type HistoryDeps, HistoryStore } from '../../../electron/history/history-store.ts';
import type { HistoryEntry } from '../../../shared/model/history.ts';
import type { Outcome } from '../../../shared/model/run.ts';
import type { Mark } from '../../../shared/model/timeline.ts';
import type { Problem } from '../../../shared/result.ts';
import { aRun } from '../../fakes/profiles.ts';

const OPEN: Outcome = { result: 'open', ms: 131, alreadyOpen: false, banner: null, mute: false };
const MARKS: readonly Mark[] = [
  { kind: 'knock', ms: 1, index: 1, of: 1, flush: false, protocol: 'udp' },
  { kind: 'end', ms: 2 },
];

function entry(id: string, differs: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    ...{ id, profileId: 'web', name: 'Web server', action: 'connect', startedAt: 42, address: '192.0.2.7' },
    ...{ attempts: 1, outcome: OPEN },
    ...differs,
  };
}

/** A disk with one file on it. */
class Disk implements HistoryDataFile {
  readonly path = '/data/history.json';
  readonly aside: string[] = [];
  text: string | null = null;
  problem: Problem | null = null;
  writes = 0;
  readonly read = () => this.text;
  readonly setAside = (why: string) => {
    if (this.problem !== null) throw new Error('read-only');
    this.aside.push(this.text ?? '');
    this.text = null;
    return `/data/history.${why}.json`;
  };
  readonly write = (content: object) => {
    if (this.problem !== null) return this.problem;
    this.writes += 1;
    this.text = JSON.stringify(content);
    return null;
  };
}

let disk: Disk;
let limit: number;
let changes: (readonly HistoryEntry[])[];
let reported: unknown[];
const open = () => {
  const deps: HistoryDeps = {
    limit: () => limit,
    onChange: (entries) => changes.push(entries),
    report: (error) => reported.push(error),
  };
  return new HistoryStore(disk, deps);
};
const ids = (store: HistoryStore) => store.entries.map(({ id }) => id);

beforeEach(() => {
  disk = new Disk();
  limit = 3;
  changes = [];
  reported = [];
});

describe('the history', () => {
  it('keeps the newest runs, and gives their marks', () => {
    const store = open();
    for (const id of ['a', 'b', 'c', 'd']) store.add(entry(id), MARKS);
    expect(ids(store)).toEqual(['d', 'c', 'b']);
    expect(changes.at(-1)).toEqual(store.entries);
    expect(store.marks('d')).toEqual({ ok: true, value: MARKS });
    expect(store.marks('a')).toEqual({ ok: false, problems: [{ code: 'run-unknown' }] });
    store.flush();
  });

  it('is written once for a bunch of runs, and read again', () => {
    const store = open();
    store.add(entry('a'), MARKS);
    store.add(entry('b'), []);
    expect(disk.writes).toBe(0);
    store.flush();
    store.flush();
    expect(disk.writes).toBe(1);
    const again = open();
    expect(again.entries).toEqual(store.entries);
    expect(again.marks('a')).toEqual({ ok: true, value: MARKS });
    expect(again.notice).toBeNull();
  });

  it('that is to keep nothing keeps nothing, and forgets what it had', () => {
    const store = open();
    store.add(entry('a'), MARKS);
    limit = 0;
    store.trim();
    store.add(entry('b'), MARKS);
    store.flush();
    expect(store.entries).toEqual([]);
    expect(disk.text).not.toContain('Web server');
  });

  it('holds one of the uneventful knocks that keep a door open', () => {
    const store = open();
    store.add(entry('a', { action: 'refresh' }), []);
    store.add(entry('b', { action: 'refresh' }), []);
    store.add(entry('c', { action: 'refresh', profileId: 'mail' }), []);
    store.add(entry('d', { action: 'refresh', profileId: 'mail', outcome: { result: 'cancelled' } }), []);
    store.flush();
    expect(ids(store)).toEqual(['d', 'c', 'b']);
  });

  it('is cleared on disk at once, or says why not', () => {
    const store = open();
    store.add(entry('a'), MARKS);
    disk.problem = { code: 'file-unwritable', params: { file: disk.path, reason: 'ENOSPC' } };
    expect(store.clear()).toEqual({ ok: false, problems: [disk.problem] });
    expect(ids(store)).toEqual(['a']);
    disk.problem = null;
    expect(store.clear()).toEqual({ ok: true, value: null });
    expect(disk.text).toBe('{"version":1,"runs":[]}');
    expect(store.entries).toEqual([]);
  });

  it('reports a write that failed in the background', () => {
    const store = open();
    store.add(entry('a'), MARKS);
    disk.problem = { code: 'file-unwritable', params: { reason: 'ENOSPC' } };
    store.flush();
    expect(String(reported[0])).toContain('ENOSPC');
  });

  it.each(['', 'not json', '[]', '{"version":2,"runs":[]}', '{"version":1,"runs":{}}'])(
    'that cannot be read (%j) is set aside, and a new one begun',
    (text) => {
      disk.text = text;
      const store = open();
      expect(disk.aside).toEqual([text]);
      expect(store.notice?.problem).toEqual({
        code: 'history-damaged',
        params: { file: '/data/history.damaged.json' },
      });
      store.add(entry('a'), []);
      store.flush();
      expect(open().entries).toHaveLength(1);
    },
  );

  it('that can be neither read nor set aside is not written over', () => {
    disk.text = 'not json';
    disk.problem = { code: 'file-unwritable' };
    const store = open();
    disk.problem = null;
    store.add(entry('a'), []);
    store.flush();
    expect(store.notice?.problem.code).toBe('file-unwritable');
    expect(store.clear().ok).toBe(true);
    expect(disk.text).toBe('not json');
  });

  it('leaves out a run that cannot be read, and keeps the others', () => {
    const store = open();
    store.add(entry('a'), MARKS);
    store.add(entry('b'), MARKS);
    store.flush();
    disk.text = (disk.text ?? '').replace('"id":"b"', '"id":7');
    expect(ids(open())).toEqual(['a']);
    expect(disk.aside).toEqual([]);
  });
});

describe('a run that is over', () => {
  function history(names: Readonly<Record<string, string>>) {
    return createHistory({
      file: disk,
      limit: () => limit,
      onChange: (entries) => changes.push(entries),
      report: (error) => reported.push(error),
      onTimeline: () => {},
      nameOf: (id) => names[id] ?? null,
      now: () => 0,
    });
  }
  const done = (outcome: Outcome) => ({ type: 'done', outcome }) as const;

  it('is kept under its profile’s name', () => {
    const { recorder, store } = history({ web: 'Web server' });
    recorder.hear(aRun({ phase: 'done', outcome: OPEN }, { startedAt: 42, attempt: 2 }), done(OPEN));
    store.flush();
    expect(store.entries).toEqual([entry('run-1', { attempts: 2 })]);
  });

  it('of no saved profile is not kept', () => {
    const { recorder, store } = history({});
    recorder.hear(aRun({ phase: 'done', outcome: OPEN }), done(OPEN));
    expect(store.entries).toEqual([]);
  });

  it.each([
    ['EADDRINUSE', 'EADDRINUSE'],
    ['connect EBADF 192.0.2.7:7117', '…'],
  ])('and failed by %s keeps of the reason %s', (reason, kept) => {
    const { recorder, store } = history({ web: 'Web server' });
    const outcome: Outcome = { result: 'failed', problem: { code: 'send-failed', params: { address: 'x', reason } } };
    recorder.hear(aRun({ phase: 'done', outcome }), done(outcome));
    store.flush();
    expect(store.entries[0]?.outcome).toEqual({
      result: 'failed',
      problem: { code: 'send-failed', params: { address: 'x', reason: kept } },
    });
  });
});
