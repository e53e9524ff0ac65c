import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readLicences } from '../../../electron/system/licences.ts';
import { LICENCES } from '../../fakes/about.ts';

const folder = mkdtempSync(join(tmpdir(), 'toctoc-licences-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (text: string) => writeFileSync(join(folder, 'licences.json'), text);

it('gives what the build wrote, and Electron the version that runs', () => {
  write(JSON.stringify(LICENCES));
  const read = readLicences(folder, '33.2.1');
  expect(read.map(({ name }) => name)).toEqual(LICENCES.map(({ name }) => name));
  expect(read.find(({ name }) => name === 'Electron')?.version).toBe('33.2.1');
  expect(read.find(({ name }) => name === 'react')?.version).toBe('19.3.1');
});

it.each(['', '{}', '[{"name":"x"}]', '[{"name":"x","version":"1","licence":"MIT","text":"t","more":1}]'])(
  'refuses %j',
  (text) => {
    write(text);
    expect(() => readLicences(folder, '33.2.1')).toThrow();
  },
);

it('refuses a folder without it', () => {
  expect(() => readLicences(join(folder, 'nowhere'), '33.2.1')).toThrow('ENOENT');
});
