// `npm run gallery`: draws every screen in every setting, and says where the pictures are.
import { join } from 'node:path';
import { buildApp } from '../../../build/runtime/build-app.ts';
import { prepareDebian } from '../../../build/runtime/debian.ts';
import { run } from '../../../build/runtime/process.ts';
import { projectRoot } from '../../../build/runtime/project.ts';
import { findBrowser, systemPath } from '../../support/machine.ts';

const prepared = await prepareDebian(['browser'], console.error);
if (!prepared.ready) console.error(prepared.advice);
if (await buildApp()) {
  const path = systemPath(process.env['PATH'] ?? '');
  const env = { ...process.env, PATH: path, TOCTOC_CHROMIUM: findBrowser(path) };
  const cli = join(projectRoot, 'node_modules/@playwright/test/cli.js');
  const config = join(projectRoot, 'tests/ui/playwright.config.ts');
  const args = [cli, 'test', '--config', config, '--project', 'pages', 'gallery/gallery'];
  const { code } = await run(process.execPath, args, { cwd: projectRoot, env, output: 'show' });
  console.log(`The pictures: ${join(projectRoot, 'test-results/gallery/index.html')}`);
  process.exitCode = code ?? 1;
} else process.exitCode = 1;
