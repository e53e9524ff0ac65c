import { describe, expect, it } from 'vitest';
import { practiceAddress, practiceProfile } from '../../../electron/practice/practice-profile.ts';
import { practicePorts } from '../../../electron/practice/practice-server.ts';
import { type PreparedFrom, prepare } from '../../../electron/practice/prepare.ts';
import { fail, ok } from '../../../shared/result.ts';
import { aProfile } from '../../fakes/profiles.ts';

const saved = practiceProfile('Practice server');
const server = (shift: number | null) => ({ start: async () => (shift === null ? null : practicePorts(shift)) });
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

  it('says that there are no free ports, and that the profile could not be moved', async () => {
    expect(await prepare(saved, server(null), profiles)).toEqual(fail({ code: 'practice-ports-taken' }));
    const locked: PreparedFrom = { ...profiles, movePractice: () => fail({ code: 'vault-locked' }) };
    expect(await prepare(saved, server(0), locked)).toEqual(fail({ code: 'vault-locked' }));
  });

  it('any other profile is as it was asked for, and no server is started', async () => {
    const web = aProfile({ gapMs: 200 });
    const none = { start: () => Promise.reject(new Error('it was started')) };
    expect(await prepare(web, none, profiles)).toEqual(ok(web));
  });
});
