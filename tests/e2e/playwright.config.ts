import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

/** Real Electron, one at a time: they share a screen, a lab and its server. Pictures go to test-results/screens. */
// biome-ignore lint/style/noDefaultExport: Playwright takes its configuration from the default export.
export default defineConfig({
  testDir: '.',
  outputDir: join(import.meta.dirname, '../../test-results/e2e'),
  workers: 1,
  // For a machine that is several times as slow: what is waited for ends a test at once.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: 'list',
});
