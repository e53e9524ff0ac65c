import { expect, it } from 'vitest';
import { declaredText, noticesText, packageFolder } from '../../../build/third-party-notices.ts';

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

it('names every package with its licence, in the order of the alphabet', () => {
  const notice = (name: string) => ({ name, version: '1.0.0', license: 'MIT', text: `Copyright of ${name}` });
  const text = noticesText([notice('zebra'), notice('ant')]);
  expect(text.match(/^\w+ 1\.0\.0 \(MIT\)$/gm)).toEqual(['ant 1.0.0 (MIT)', 'zebra 1.0.0 (MIT)']);
  expect(text).toContain('Copyright of zebra');
});

it('writes the text that a package under MIT’s licence only names, and no other', () => {
  expect(declaredText({ license: 'MIT', author: 'Ada' })).toMatch(/^Copyright Ada [\s\S]*Permission is hereby granted/);
  expect(declaredText({ license: 'MIT' })).toBeNull();
  expect(declaredText({ license: 'GPL-3.0', author: 'Ada' })).toBeNull();
});
