import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registryElectron, verify } from '../../../build/runtime/registry-electron.ts';

describe('the pinned checksum', () => {
  let folder = '';
  let file = '';
  const content = 'what was published';
  const integrity = `sha512-${createHash('sha512').update(content).digest('base64')}`;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'toctoc-verify-'));
    file = join(folder, 'package.tgz');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('lets the right file pass', async () => {
    await writeFile(file, content);
    await expect(verify(file, integrity)).resolves.toBeUndefined();
  });

  it('refuses a file of which one letter changed', async () => {
    await writeFile(file, `${content}.`);
    await expect(verify(file, integrity)).rejects.toThrow(/^Refused: .*package\.tgz is not the file that was pinned/);
  });

  it('refuses an empty file', async () => {
    await writeFile(file, '');
    await expect(verify(file, registryElectron.integrity)).rejects.toThrow('Refused');
  });

  it('is that of one exact version', () => {
    expect(registryElectron.spec).toMatch(/@\d+\.\d+\.\d+$/);
    expect(Buffer.from(registryElectron.integrity.replace('sha512-', ''), 'base64')).toHaveLength(64);
  });
});
