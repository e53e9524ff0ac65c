import { describe, expect, it } from 'vitest';
import { StateHub } from '../../../electron/ipc/state-hub.ts';
import type { AppSlices } from '../../../shared/model/app-state.ts';
import { DEFAULT_SETTINGS } from '../../../shared/model/settings.ts';
import { aRun } from '../../fakes/profiles.ts';
import { OPEN_VAULT } from '../../fakes/vault.ts';

const initial: AppSlices = {
  profiles: [],
  drafts: [],
  runs: [],
  notices: [],
  launchers: [],
  practice: null,
  importing: null,
  keptOpen: [],
  settings: DEFAULT_SETTINGS,
  wanted: null,
  timeline: null,
  history: [],
  vault: OPEN_VAULT,
  desktop: { autostart: { on: false, problem: null }, shortcutProblem: null },
  accent: null,
  updates: { kind: 'source', status: { phase: 'idle' } },
};

function hub() {
  const sent: (readonly [slice: string, revision: number, value: unknown])[] = [];
  const waiting: (() => void)[] = [];
  const send = (slice: string, { revision, value }: { revision: number; value: unknown }) =>
    sent.push([slice, revision, value]);
  const frame = () => {
    for (const push of waiting.splice(0)) push();
  };
  return { sent, frame, hub: new StateHub(initial, send, (push) => waiting.push(push)) };
}

describe('the page’s picture', () => {
  it('begins with what it was given, at revision 0', () => {
    expect(hub().hub.snapshot).toEqual({ ...initial, revision: 0 });
  });

  it('is pushed slice by slice, whole, each with the next revision', () => {
    const { hub: state, sent, frame } = hub();
    const runs = [aRun({ phase: 'checking' })];
    const notices = [{ id: 'n', problem: { code: 'file-damaged' } }] as const;
    state.set('runs', runs);
    state.set('notices', notices);
    frame();
    expect(sent).toEqual([
      ['runs', 1, runs],
      ['notices', 2, notices],
    ]);
    expect(state.snapshot).toEqual({ ...initial, runs, notices, revision: 2 });
    expect(state.get('runs')).toBe(runs);
  });

  it('is pushed once per frame, with the newest value, however often it changes', () => {
    const { hub: state, sent, frame } = hub();
    const last = [aRun({ phase: 'checking' })];
    state.set('runs', [aRun({ phase: 'resolving' })]);
    state.set('runs', [aRun({ phase: 'looking' })]);
    state.set('runs', last);
    expect([sent, state.get('runs')]).toEqual([[], last]);
    frame();
    frame();
    expect(sent).toEqual([['runs', 1, last]]);
    state.set('runs', []);
    frame();
    expect(sent.at(-1)).toEqual(['runs', 2, []]);
  });

  it('is not pushed when nothing changed', () => {
    const { hub: state, sent, frame } = hub();
    state.set('practice', null);
    state.set('runs', initial.runs);
    frame();
    expect([sent, state.snapshot.revision]).toEqual([[], 0]);
  });

  it('a snapshot stays as it was', () => {
    const { hub: state } = hub();
    const before = state.snapshot;
    state.set('runs', [aRun({ phase: 'checking' })]);
    expect(before).toEqual({ ...initial, revision: 0 });
  });

  it('has one notice of a name, until it is put away', () => {
    const { hub: state } = hub();
    const notice = (id: string, file: string) => ({ id, problem: { code: 'file-damaged', params: { file } } }) as const;
    for (const one of [notice('a', '1'), notice('b', '2'), notice('a', '3')]) state.tell(one);
    expect(state.get('notices')).toEqual([notice('b', '2'), notice('a', '3')]);
    state.dismiss('b');
    state.dismiss('never there');
    expect(state.get('notices')).toEqual([notice('a', '3')]);
  });
});
