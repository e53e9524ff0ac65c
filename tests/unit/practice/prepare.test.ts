import { describe, expect, it, vi } from 'vitest';
import { practiceAddress, practiceProfile } from '../../../electron/practice/practice-profile.ts';
import { practicePorts } from '../../../electron/practice/practice-server.ts';
import { type PreparedFrom, prepare } from '../../../electron/practice/prepare.ts';
import { DRAFT_ID } from '../../../shared/model/profile.ts';
import { fail, ok } from '../../../shared/result.ts';
import { aProfile } from '../../fakes/profiles.ts';

const saved = practiceProfile('Practice server');
const server = (shift: number | null) => ({
  start: async () => (shift === null ? null : practicePorts(shift)),
  shut: vi.fn(async () => {}),
});
const profiles: PreparedFrom = {
  get: () => fail({ code: 'profile-unknown' }),
  movePractice: (address) => ok({ ...saved, ...address }),
};

describe('before a run', () => {
  it('the practice profile follows its server, and keeps what was asked for this run alone', async () => {
    const prepared = await prepare({ ...saved, gapMs: 2500 }, server(3), profiles);
    expect(prepared).toEqual(ok({ ...saved, ...practiceAddress(practicePorts(3)), gapMs: 2500 }));
  });

  it('a copy of it stays as it was made', async () => {
    const copy = { ...saved, id: 'copy', gapMs: 90 };
    expect(await prepare(copy, server(3), profiles)).toEqual(ok(copy));
  });

  it('a trial finds the practice door shut; any other run finds it as it is', async () => {
    const practice = server(0);
    await prepare(saved, practice, profiles);
    await prepare({ ...saved, id: 'copy' }, practice, profiles);
    expect(practice.shut).not.toHaveBeenCalled();
    await prepare({ ...saved, id: DRAFT_ID }, practice, profiles);
    expect(practice.shut).toHaveBeenCalledOnce();
  });

  it('says that there are no free ports, and that the profile could not be moved', async () => {
    expect(await prepare(saved, server(null), profiles)).toEqual(fail({ code: 'practice-ports-taken' }));
    const locked: PreparedFrom = { ...profiles, movePractice: () => fail({ code: 'vault-locked' }) };
    expect(await prepare(saved, server(0), locked)).toEqual(fail({ code: 'vault-locked' }));
  });

  it('any other profile is as it was asked for, and no server is started', async () => {
    const web = aProfile({ gapMs: 200 });
    const none = { ...server(0), start: () => Promise.reject(new Error('it was started')) };
    expect(await prepare(web, none, profiles)).toEqual(ok(web));
  });
});
