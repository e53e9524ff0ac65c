import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileOf } from '../../../electron/profiles/entry.ts';
import { MIGRATIONS } from '../../../electron/profiles/migrations.ts';
import { FILE_VERSION, parseProfileFile } from '../../../electron/profiles/profile-file.ts';
import { ok } from '../../../shared/result.ts';
import { aProfile } from '../../fakes/profiles.ts';
import { oldFileText, profile, RICH } from './stored.ts';

const read = (text: string) => {
  const found = parseProfileFile(text);
  if (found.state !== 'read') throw new Error(found.state);
  return found;
};

describe('every earlier version', () => {
  it('has its step', () => {
    const earlier = Array.from({ length: FILE_VERSION - 1 }, (_, at) => String(at + 1));
    expect(Object.keys(MIGRATIONS)).toEqual(earlier);
  });
});

describe('version 1', () => {
  it('gives the same profiles, the deleted ones too', () => {
    fc.assert(
      fc.property(fc.array(profile, { maxLength: 3 }), fc.array(profile, { maxLength: 2 }), (profiles, gone) => {
        const deleted = gone.map((one, index) => ({ profile: one, index }));
        const { file, dropped } = read(oldFileText(profiles, deleted));
        expect(dropped).toEqual([]);
        expect(file).toMatchObject({ version: FILE_VERSION, vault: null });
        expect(file.profiles.map((entry) => profileOf(entry, null))).toEqual(profiles.map(ok));
        expect(file.deleted.map(({ entry, index }) => [profileOf(entry, null), index])).toEqual(
          gone.map((one, index) => [ok(one), index]),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('says in clear what the list shows of a sequence', () => {
    const { file } = read(oldFileText([RICH]));
    expect(file.profiles[0]?.profile).toMatchObject({ id: 'rich', knocks: 3, canClose: true });
    expect(file.profiles[0]?.profile).not.toHaveProperty('sequence');
  });

  it('with a bad entry costs none of the others', () => {
    const { file, dropped } = read(oldFileText([{ ...RICH, host: '-x' }, 'profile', null, aProfile()]));
    expect([file.profiles.map(({ profile: { id } }) => id), dropped]).toEqual([['web'], [RICH.name, '#2', '#3']]);
  });

  it('whatever it holds never makes reading throw', () => {
    const entry = fc.oneof(fc.jsonValue(), fc.record({ profile: fc.jsonValue(), index: fc.jsonValue() }));
    const file = fc.record({
      profiles: fc.oneof(fc.array(entry), fc.jsonValue()),
      deleted: fc.oneof(fc.array(entry), fc.jsonValue()),
    });
    fc.assert(
      fc.property(file, (content) => {
        expect(['damaged', 'read']).toContain(parseProfileFile(JSON.stringify({ ...content, version: 1 })).state);
      }),
      { numRuns: 500 },
    );
  });
});
