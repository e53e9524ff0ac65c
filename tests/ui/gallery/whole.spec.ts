import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { projectRoot } from '../../../build/runtime/project.ts';
import { seenFile } from './index.ts';
import { GROUPS, PANES } from './screens.ts';
import { builtClasses } from './styles.ts';

// Runs when the pictures are there: see the configuration.
test('the gallery has every pane and every part of every style sheet', () => {
  const names = Object.values(GROUPS).flatMap((screens) => Object.keys(screens));
  expect(new Set(names).size).toBe(names.length);
  for (const screen of Object.values(PANES)) expect(names).toContain(screen);
  const drawn = new Set(names.flatMap((screen): unknown[] => JSON.parse(readFileSync(seenFile(screen), 'utf8'))));
  const missing = [...builtClasses(join(projectRoot, 'out/renderer/assets'))].filter((one) => !drawn.has(one));
  expect(missing).toEqual([]);
});
