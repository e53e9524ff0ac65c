import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FoundSources } from '../../../electron/profiles/import/found.ts';
import { parseImportText } from '../../../electron/profiles/import/parse-text.ts';
import { readImportFile } from '../../../electron/profiles/import/read-files.ts';
import { finish } from '../../../shared/formats/steps.ts';
import { AHome } from './a-home.ts';

const home = new AHome();
const put = home.put.bind(home);

function imported(path: string) {
  const text = readImportFile(path, home.path);
  if (!text.ok) return text.problems[0];
  const { candidates, notes } = finish(parseImportText(text.value));
  return {
    hosts: candidates.map(({ host }) => host),
    notes: notes.map(({ line, problem }) => `${line} ${problem.code}`),
  };
}

describe('a file to import', () => {
  it('is an ssh configuration with what it includes, as ssh finds it', () => {
    put('.ssh/conf.d/20-b', 'Host b\n');
    put('.ssh/conf.d/10-a', 'Host a\n');
    put('.ssh/conf.d/.hidden', 'Host hidden\n');
    put('elsewhere/c', 'Host c\nInclude ~/.ssh/config\n');
    const config = put('.ssh/config', `Include conf.d/*\nInclude ~/elsewhere/?\nInclude "gone"\nHost d\n`);
    expect(imported(config)).toEqual({
      hosts: ['a', 'b', 'c', 'd'],
      notes: ['2 ssh-include-circular', '3 ssh-include-missing'],
    });
  });

  it('is a knockd.conf with the one-time list that lies where it says, or beside it', () => {
    const door = 'start_command = iptables -I INPUT -s %IP% -p tcp --dport 22 -j ACCEPT\n';
    const conf = (list: string) => put('server/knockd.conf', `[ssh]\none_time_sequences = ${list}\n${door}`);
    const read = (path: string) => {
      const text = readImportFile(path, home.path);
      if (!text.ok) throw new Error(text.problems[0].code);
      const { candidates, notes } = finish(parseImportText(text.value));
      return {
        position: candidates[0]?.said.oneTime?.position ?? null,
        knocks: candidates[0]?.said.sequence?.length ?? 0,
        notes: notes.map(({ problem }) => `${problem.code} ${problem.params?.['left'] ?? ''}`.trim()),
      };
    };
    const gone = conf('/nowhere/at/all/list');
    expect(read(gone)).toEqual({ position: null, knocks: 0, notes: ['knockd-one-time'] });
    const there = put('elsewhere/list', '#1,2,3\n 4,5\n 6,7\n');
    const listed = { position: 1, knocks: 2, notes: ['knockd-one-time-read 2'] };
    expect(read(conf(there))).toEqual(listed);
    put('server/list', '#1,2,3\n 4,5\n 6,7\n');
    expect(read(conf('/nowhere/at/all/list'))).toEqual(listed);
    const unread = { position: null, knocks: 0, notes: ['knockd-one-time-unread'] };
    for (const wrong of [Buffer.from('root:x:0:0\n'), Buffer.from([0, 1, 2, 0]), Buffer.alloc(9 << 20, ' ')]) {
      put('server/list', wrong);
      expect(read(conf('/nowhere/at/all/list'))).toEqual(unread);
    }
    // Text that was pasted may name any file: it reads none.
    const pasted = finish(
      parseImportText({
        text: `[ssh]\none_time_sequences = ${there}\n${door}`,
        fileName: '',
        sshFiles: null,
      }),
    );
    expect(pasted.candidates[0]?.said).not.toHaveProperty('oneTime');
  });

  it('is read in UTF-16, and refused when it is binary, too big, a folder or not there', () => {
    const reg =
      'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Software\\SimonTatham\\PuTTY\\Sessions\\a]\r\n"HostName"="h"\r\n';
    expect(imported(put('putty.reg', Buffer.from(`\uFEFF${reg}`, 'utf16le')))).toEqual({ hosts: ['h'], notes: [] });
    expect(imported(put('picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex')))).toMatchObject({
      code: 'import-binary',
    });
    expect(imported(put('big', Buffer.alloc(100 << 20, 'a')))).toEqual({
      code: 'import-too-big',
      params: { size: 100, max: 8 },
    });
    expect(imported(home.path)).toMatchObject({ code: 'import-folder' });
    expect(imported(join(home.path, 'gone'))).toMatchObject({
      code: 'import-unreadable',
      params: { reason: 'ENOENT' },
    });
  });
});

describe('what there is on this computer', () => {
  const found = (platform: NodeJS.Platform = 'linux', registry: Readonly<Record<string, string>> = {}) =>
    new FoundSources({
      platform,
      home: home.path,
      etc: join(home.path, 'etc'),
      registry: async (key) => registry[key] ?? null,
    });

  it('is nothing on a new one', async () => {
    expect(await found().list()).toEqual([]);
    expect(await found('win32').list()).toEqual([]);
    expect(await found().read('nonsense')).toMatchObject({ ok: false });
  });

  it('is the ssh configuration, PuTTY’s sessions, and a knock daemon', async () => {
    put('.ssh/config', 'Host a\n');
    put('.putty/sessions/Default%20Settings', 'Protocol=ssh\n');
    expect((await found().list()).map(({ id }) => id)).toEqual(['ssh-config']);
    put('.putty/sessions/my%20box', 'HostName=box.example.org\nProtocol=ssh\n');
    put('etc/knockd.conf', '[a]\nsequence=1\n');
    expect(await found().list()).toMatchObject([
      { id: 'ssh-config', place: '~/.ssh/config' },
      { id: 'putty', place: '~/.putty/sessions' },
      { id: 'knockd' },
    ]);
    const sessions = await found().read('putty');
    const names = sessions.ok
      ? sessions.value.flatMap((text) => finish(parseImportText(text)).candidates.map(({ name }) => name))
      : [];
    expect(names).toEqual(['my box']);
  });

  it('is PuTTY’s and KiTTY’s part of the registry on Windows', async () => {
    const key = 'HKCU\\Software\\9bis.com\\KiTTY\\Sessions';
    const text =
      '[HKEY_CURRENT_USER\\Software\\9bis.com\\KiTTY\\Sessions\\a]\r\n"HostName"="h"\r\n"PortKnocking"="1,2"\r\n';
    const sources = found('win32', { [key]: `\uFEFFWindows Registry Editor Version 5.00\r\n\r\n${text}` });
    expect(await sources.list()).toEqual([{ id: 'kitty', kind: 'kitty', place: key }]);
    const read = await sources.read('kitty');
    expect(read.ok && read.value.flatMap((one) => finish(parseImportText(one)).candidates)).toMatchObject([
      { host: 'h', name: 'a' },
    ]);
  });
});
