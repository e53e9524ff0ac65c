import { describe, expect, it } from 'vitest';
import { StateHub } from '../../../electron/ipc/state-hub.ts';
import type { AppSlices } from '../../../shared/model/app-state.ts';
import { aRun } from '../../fakes/profiles.ts';

const initial: AppSlices = { profiles: [], runs: [], notices: [], launchers: [], practice: null, keptOpen: [] };

function hub() {
  const sent: (readonly [slice: string, revision: number, value: unknown])[] = [];
  return { sent, hub: new StateHub(initial, (slice, { revision, value }) => sent.push([slice, revision, value])) };
}

describe('the page’s picture', () => {
  it('begins with what it was given, at revision 0', () => {
    expect(hub().hub.snapshot).toEqual({ ...initial, revision: 0 });
  });

  it('is pushed slice by slice, whole, each with the next revision', () => {
    const { hub: state, sent } = hub();
    const runs = [aRun({ phase: 'checking' })];
    const notices = [{ id: 'n', problem: { code: 'file-damaged' } }] as const;
    state.set('runs', runs);
    state.set('notices', notices);
    expect(sent).toEqual([
      ['runs', 1, runs],
      ['notices', 2, notices],
    ]);
    expect(state.snapshot).toEqual({ ...initial, runs, notices, revision: 2 });
    expect(state.get('runs')).toBe(runs);
  });

  it('is not pushed when nothing changed', () => {
    const { hub: state, sent } = hub();
    state.set('practice', null);
    state.set('runs', initial.runs);
    expect([sent, state.snapshot.revision]).toEqual([[], 0]);
  });

  it('a snapshot stays as it was', () => {
    const { hub: state } = hub();
    const before = state.snapshot;
    state.set('runs', [aRun({ phase: 'checking' })]);
    expect(before).toEqual({ ...initial, revision: 0 });
  });
});
