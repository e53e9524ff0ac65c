import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../../build/runtime/project.ts';
import { declaredText, inOrder, noticesText, ofPackage, packageFolder } from '../../../build/third-party-notices.ts';

it.each([
  ['/p/node_modules/react/index.js', '/p/node_modules/react'],
  ['\0/p/node_modules/@base-ui/react/esm/a.js?commonjs-module', '/p/node_modules/@base-ui/react'],
  ['/p/node_modules/conf/node_modules/ajv/lib/ajv.js', '/p/node_modules/conf/node_modules/ajv'],
  ['C:\\p\\node_modules\\@a\\b\\c.js', 'C:\\p\\node_modules\\@a\\b'],
  ['/p/electron/main.ts', null],
  ['\0vite/modulepreload-polyfill.js', null],
])('%s belongs to %s', (module, folder) => {
  expect(packageFolder(module)).toBe(folder);
});

const notice = (name: string, version = '1.0.0') => ({ name, version, licence: 'MIT', text: `Copyright of ${name}` });

it('names every package with its licence', () => {
  const text = noticesText([notice('ant'), notice('zebra')]);
  expect(text.match(/^\w+ 1\.0\.0 \(MIT\)$/gm)).toEqual(['ant 1.0.0 (MIT)', 'zebra 1.0.0 (MIT)']);
  expect(text).toContain('Copyright of zebra');
});

it('puts them in the order of the alphabet, two versions of one as two, and two copies of one version as one', () => {
  const all = [notice('zebra'), notice('ant', '2.0.0'), notice('ant'), notice('zebra')];
  expect(inOrder(all).map(({ name, version }) => `${name} ${version}`)).toEqual([
    'ant 1.0.0',
    'ant 2.0.0',
    'zebra 1.0.0',
  ]);
});

it('finds our own licence, and Electron’s, and stops at a package that tells none', () => {
  expect(ofPackage(projectRoot, 'Toctoc')).toMatchObject({ name: 'Toctoc', licence: 'MIT' });
  expect(ofPackage(projectRoot, 'Toctoc').text).toContain('The Toctoc contributors');
  expect(ofPackage(join(projectRoot, 'node_modules/electron'))).toMatchObject({ name: 'electron', licence: 'MIT' });
  const folder = mkdtempSync(join(tmpdir(), 'toctoc-licence-'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'mute', version: '1.0.0', license: 'ISC' }));
  expect(() => ofPackage(folder)).toThrow('mute is shipped, but tells no licence.');
  rmSync(folder, { recursive: true });
});

it('writes the text that a package under MIT’s licence only names, and no other', () => {
  expect(declaredText({ license: 'MIT', author: 'Ada' })).toMatch(/^Copyright Ada [\s\S]*Permission is hereby granted/);
  expect(declaredText({ license: 'MIT' })).toBeNull();
  expect(declaredText({ license: 'GPL-3.0', author: 'Ada' })).toBeNull();
});
