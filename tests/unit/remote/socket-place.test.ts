import { describe, expect, it } from 'vitest';
import { type PlaceFacts, socketPlaces } from '../../../electron/remote/socket-place.ts';

const linux: PlaceFacts = {
  platform: 'linux',
  user: '1000',
  dataFolder: '/home/me/.config/Toctoc',
  sessionFolder: '/run/user/1000',
  tmpFolder: '/tmp',
};
const folders = (facts: Partial<PlaceFacts>) =>
  socketPlaces({ ...linux, ...facts }).map((place) => (place.kind === 'file' ? place.folder : place.path));

describe('where the socket is', () => {
  it('is the session’s runtime folder first, then the data folder, then the temporary one', () => {
    expect(folders({})).toEqual(['/run/user/1000/toctoc', '/home/me/.config/Toctoc/run', '/tmp/toctoc-1000']);
    expect(socketPlaces(linux)[0]).toMatchObject({ guard: '/run/user/1000' });
  });

  it('does without a runtime folder', () => {
    expect(folders({ sessionFolder: null })).toEqual(['/home/me/.config/Toctoc/run', '/tmp/toctoc-1000']);
  });

  it('never makes a path that does not fit into sun_path', () => {
    const deep = `/home/${'x'.repeat(80)}`;
    expect(folders({ dataFolder: deep, sessionFolder: null })).toEqual(['/tmp/toctoc-1000']);
    // 107 bytes fit on Linux, 103 elsewhere; what counts is bytes, not letters.
    const fits = (platform: NodeJS.Platform, length: number) => {
      const dataFolder = `/${'d'.repeat(length - '//run/0123456789abcdef.sock'.length)}`;
      return folders({ platform, dataFolder, sessionFolder: null }).length === 2;
    };
    expect([fits('linux', 107), fits('linux', 108), fits('darwin', 103), fits('darwin', 104)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(folders({ dataFolder: `/${'é'.repeat(50)}`, sessionFolder: null })).toEqual(['/tmp/toctoc-1000']);
  });

  it('differs for every user and every data folder', () => {
    const paths = [linux, { ...linux, dataFolder: '/media/stick/Toctoc' }, { ...linux, user: '1001' }].map(
      (facts) => socketPlaces(facts)[0]?.path,
    );
    expect(new Set(paths).size).toBe(3);
  });

  it('is one named pipe on Windows', () => {
    const places = socketPlaces({ ...linux, platform: 'win32', user: 'me', dataFolder: 'c:\\users\\me\\toctoc' });
    expect(places).toEqual([{ kind: 'pipe', path: expect.stringMatching(/^\\\\\.\\pipe\\toctoc-[0-9a-f]{16}$/) }]);
  });
});
