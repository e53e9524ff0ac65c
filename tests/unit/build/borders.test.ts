import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../build/runtime/project.ts';

const NAMESPACE = `import * as x from 'electron';`;
const WHOLE = [NAMESPACE, `import x from 'electron';`, `export * from 'electron';`, `await import('electron');`];
const PROGRAMS = [`import { spawn } from 'node:child_process';`, `import { spawn } from 'child_process';`];
const OTHER_SPELLINGS = [`import { app } from 'electron/main';`, `import { ipcRenderer } from 'electron/renderer';`];
const PAGE = `import { x } from '../../renderer/app.tsx';`;
const ABOVE = ['ipc', 'window', 'security', 'system'].map((folder) => `import { x } from '../${folder}/x.ts';`);
const take = (...names: readonly string[]) => names.map((name) => `import { ${name} } from 'electron';`);

interface Border {
  readonly refused: readonly string[];
  readonly accepted: readonly string[];
}

/** What a file in each place may import, and what not: see "Inside electron/" in the overrides of biome.json. */
const borders: Readonly<Record<string, Border>> = {
  'electron/window/x.ts': {
    refused: [
      ...take('ipcMain', 'ipcRenderer', 'shell', 'webContents', 'session', 'protocol', 'safeStorage'),
      ...[...WHOLE, ...PROGRAMS, ...OTHER_SPELLINGS, PAGE],
    ],
    accepted: [...take('app', 'BrowserWindow', 'Tray', 'type WebContents'), `import { join } from 'node:path';`],
  },
  'electron/security/x.ts': {
    refused: [
      ...take('ipcMain', 'ipcRenderer', 'shell', 'webContents', 'safeStorage', 'BrowserWindow'),
      ...[...WHOLE, ...PROGRAMS, ...OTHER_SPELLINGS, PAGE],
    ],
    accepted: take('app', 'protocol', 'session', 'type Session', 'type WebContents'),
  },
  'electron/security/links.ts': {
    refused: [...take('app', 'ipcMain', 'session'), ...WHOLE, ...PROGRAMS, ...OTHER_SPELLINGS, PAGE],
    accepted: take('shell'),
  },
  'electron/ipc/register.ts': {
    refused: [...take('app', 'shell', 'ipcRenderer'), ...WHOLE, ...PROGRAMS, ...OTHER_SPELLINGS, PAGE],
    accepted: take('ipcMain'),
  },
  'electron/system/cipher.ts': {
    refused: [...take('app', 'shell', 'ipcMain'), ...WHOLE, ...PROGRAMS, ...OTHER_SPELLINGS, PAGE],
    accepted: take('safeStorage'),
  },
  'electron/system/x.ts': {
    refused: [...take('safeStorage', 'ipcMain', 'shell'), ...WHOLE, ...PROGRAMS],
    accepted: take('app'),
  },
  'electron/ipc/x.ts': {
    refused: [...take('ipcMain', 'shell'), ...WHOLE, ...PROGRAMS],
    accepted: take('type WebContents'),
  },
  'electron/preload.ts': {
    refused: [...take('ipcMain', 'shell'), ...WHOLE, ...PROGRAMS, ...OTHER_SPELLINGS, `import 'node:fs';`],
    accepted: take('contextBridge', 'ipcRenderer', 'webUtils'),
  },
  'electron/launch/start.ts': {
    refused: [...take('app', 'shell'), ...WHOLE, ...OTHER_SPELLINGS, PAGE, ...ABOVE],
    accepted: [PROGRAMS[0] ?? '', `import { x } from './command.ts';`],
  },
  'electron/knock/neighbour-table.ts': {
    refused: [...take('app', 'shell'), ...WHOLE, ...OTHER_SPELLINGS, PAGE, ...ABOVE],
    accepted: [PROGRAMS[0] ?? '', `import { x } from './resolve.ts';`],
  },
  'electron/cli/start-app.ts': {
    refused: [...take('app', 'shell'), ...WHOLE, ...OTHER_SPELLINGS, PAGE, ...ABOVE],
    accepted: [PROGRAMS[0] ?? '', `import { x } from '../remote/client.ts';`],
  },
  ...Object.fromEntries(
    ['knock', 'profiles', 'launch', 'cli', 'practice', 'remote'].map((folder) => [
      `electron/${folder}/x.ts`,
      {
        refused: [...take('app', 'shell'), ...WHOLE, ...PROGRAMS, ...OTHER_SPELLINGS, PAGE, ...ABOVE],
        accepted: [`import { connect } from 'node:net';`, `import { x } from '../../shared/result.ts';`],
      },
    ]),
  ),
  'shared/x.ts': {
    refused: [...take('app'), NAMESPACE, `import 'node:fs';`, `import 'react';`, `import '../electron/knock/x.ts';`],
    accepted: [`import * as v from 'valibot';`],
  },
  'renderer/x.ts': {
    refused: [...take('ipcRenderer'), NAMESPACE, `import 'node:fs';`, `import '../electron/knock/x.ts';`],
    accepted: [`import { useState } from 'react';`, `import { x } from '../shared/result.ts';`],
  },
};

/** Lints one file per place, with an import per line, and tells the lines that were refused: `file:line`. */
function lint(folder: string): ReadonlySet<string> {
  for (const name of ['biome.json', '.gitignore']) copyFileSync(join(projectRoot, name), join(folder, name));
  for (const [file, { refused, accepted }] of Object.entries(borders)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), [...refused, ...accepted].join('\n'));
  }
  const biome = join(projectRoot, 'node_modules/@biomejs/biome/bin/biome');
  const args = ['lint', '--only=style/noRestrictedImports', '--reporter=github', '--max-diagnostics=none', '.'];
  const { stdout } = spawnSync(process.execPath, [biome, ...args], { cwd: folder, encoding: 'utf8' });
  const found = stdout.matchAll(/^::error title=lint\/style\/noRestrictedImports,file=([^,]+),line=(\d+)/gm);
  return new Set([...found].map(([, file = '', line]) => `${relativeTo(folder, file)}:${line}`));
}

/** By the end of its path: a temporary folder may have another name behind a link. */
function relativeTo(folder: string, file: string): string {
  const path = file.replaceAll('\\', '/');
  return Object.keys(borders).find((known) => path.endsWith(`/${known}`)) ?? join(folder, file);
}

describe('the borders between folders, by lint', () => {
  let folder = '';
  let errors: ReadonlySet<string> = new Set();
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'toctoc-borders-'));
    errors = lint(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const cases = Object.entries(borders).flatMap(([file, { refused, accepted }]) =>
    [...refused, ...accepted].map((line, index) => ({ file, line, at: index + 1, refuse: index < refused.length })),
  );
  it.each(cases.filter(({ refuse }) => refuse))('$file: refused: $line', ({ file, at }) => {
    expect(errors).toContain(`${file}:${at}`);
  });
  it.each(cases.filter(({ refuse }) => !refuse))('$file: accepted: $line', ({ file, at }) => {
    expect(errors).not.toContain(`${file}:${at}`);
  });
});
