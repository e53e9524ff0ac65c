import { describe, expect, it } from 'vitest';
import { choose } from '../../../build/packaging/choose.ts';

const own = { executable: '/e/electron', fallbackVersion: null };
const fallback = { executable: '/e/electron', fallbackVersion: '33.2.1' };

describe('what is packed', () => {
  it('is a release on the Electron of package.json: every target, no suffix', () => {
    expect(choose([], { platform: 'linux', electron: own })).toEqual({
      targets: null,
      electron: {},
      versionSuffix: '',
      remarks: [],
    });
  });

  it('is a test artefact on any other, and says so in its version', () => {
    const choice = choose([], { platform: 'linux', electron: fallback });
    expect(choice.versionSuffix).toBe('-test.electron33');
    expect(choice.electron).toEqual({ electronDist: '/e', electronVersion: '33.2.1' });
    expect(choice.targets).toEqual(['deb', 'rpm', 'tar.gz', 'zip']);
    expect(choice.remarks.join()).toContain('for tests');
  });

  it('is never what needs a download that cannot be had', () => {
    expect(() => choose(['AppImage', 'deb'], { platform: 'linux', electron: fallback })).toThrow(/^AppImage needs/);
    expect(() => choose(['nsis'], { platform: 'win32', electron: fallback })).toThrow(/^nsis needs/);
    expect(choose(['nsis'], { platform: 'win32', electron: own }).targets).toEqual(['nsis']);
  });
});
