import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

/** Real Electron, one at a time: they share a screen, a lab and its server. Pictures go to test-results/screens. */
// biome-ignore lint/style/noDefaultExport: Playwright takes its configuration from the default export.
export default defineConfig({
  testDir: '.',
  outputDir: join(import.meta.dirname, '../../test-results/e2e'),
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: 'list',
});
