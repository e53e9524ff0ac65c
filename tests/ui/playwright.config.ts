import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from '../support/machine.ts';

const browser = findBrowser(process.env['PATH'] ?? '');

/** The built page (`out/renderer`) in an installed Chromium or Chrome. Pictures go to test-results/screens. */
// biome-ignore lint/style/noDefaultExport: Playwright takes its configuration from the default export.
export default defineConfig({
  testDir: '.',
  outputDir: join(import.meta.dirname, '../../test-results/ui'),
  fullyParallel: true,
  workers: 2,
  // Long, for busy machines: ten thousand profiles are a lot of work there. What is waited for ends a test at once.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: 'list',
  projects: [
    { name: 'pages', testIgnore: '**/whole.spec.ts' },
    { name: 'whole', testMatch: '**/whole.spec.ts', dependencies: ['pages'] },
  ],
  use: {
    viewport: { width: 1000, height: 680 },
    locale: 'en-US',
    // What fades is there twice for a moment, and has colours of its own: nothing does, for whoever asks for it.
    reducedMotion: 'reduce',
    launchOptions: {
      ...(browser !== undefined && { executablePath: browser }),
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
