import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parsePasswd } from '../../support/e2e-user.ts';
import { canRead, readableApp } from '../../support/readable-copy.ts';
import { newXauthority } from '../../support/xauthority.ts';

/** Only root can become somebody else; `nobody` is on every Linux. */
const canBecome = process.platform === 'linux' && process.getuid?.() === 0;
const nobody = { name: 'nobody', uid: 65534, gid: 65534, home: '/nonexistent' };

describe.runIf(canBecome)('the app for an unprivileged user', () => {
  let root = '';
  let executable = '';
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'toctoc-checkout-'));
    await mkdir(join(root, 'out/main'), { recursive: true });
    await mkdir(join(root, 'runtime/locales'), { recursive: true });
    executable = join(root, 'runtime/electron');
    await writeFile(join(root, 'package.json'), '{"name":"x"}');
    await writeFile(join(root, 'out/main/main.js'), 'main', { mode: 0o600 });
    await writeFile(executable, 'binary', { mode: 0o755 });
    await writeFile(join(root, 'runtime/locales/fr.pak'), 'private', { mode: 0o600 });
  });
  afterEach(() => rm(root, { recursive: true }));

  it('is a readable copy when the checkout is closed to others, and is removed afterwards', async () => {
    const app = await readableApp(root, executable, nobody);
    expect(app.appDir).not.toBe(root);
    expect(await canRead(nobody, [app.appDir])).toBe(true);
    expect(await readFile(join(app.appDir, 'out/main/main.js'), 'utf8')).toBe('main');
    const copied = await stat(app.executable);
    expect(copied.mode & 0o777).toBe(0o755);
    expect(copied.ino, 'a hard link').toBe((await stat(executable)).ino);
    await app.remove();
    await expect(stat(app.appDir)).rejects.toThrow('ENOENT');
    expect(await readFile(executable, 'utf8'), 'the original').toBe('binary');
  });

  it('is the checkout itself when it is open', async () => {
    await chmod(root, 0o755);
    await chmod(join(root, 'out/main/main.js'), 0o644);
    await chmod(join(root, 'runtime/locales/fr.pak'), 0o644);
    expect(await readableApp(root, executable, nobody)).toMatchObject({ appDir: root, executable });
  });

  it('counts one file that is closed as unreadable', async () => {
    await chmod(root, 0o755);
    expect(await canRead(nobody, [join(root, 'package.json')])).toBe(true);
    expect(await canRead(nobody, [root])).toBe(false);
  });
});

describe('a line of passwd(5)', () => {
  it('gives the numbers and the home', () => {
    const line = 'toctoc-e2e:x:1001:1002:Tests:/home/toctoc-e2e:/bin/sh\n';
    expect(parsePasswd(line)).toEqual({ name: 'toctoc-e2e', uid: 1001, gid: 1002, home: '/home/toctoc-e2e' });
  });

  it.each(['', 'toctoc-e2e', 'a:x:::c:/h:/s'])('%j is no user', (line) => {
    expect(parsePasswd(line)).toBeUndefined();
  });
});

it('an Xauthority file holds one secret for every display', () => {
  const file = newXauthority(Buffer.from('0123456789abcdef'));
  expect(file.toString('latin1')).toBe('\xff\xff\0\0\0\0\0\x12MIT-MAGIC-COOKIE-1\0\x100123456789abcdef');
});
