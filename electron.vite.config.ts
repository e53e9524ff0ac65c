import { cpSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { commandLine } from './build/command-line.ts';
import { firstChunks } from './build/first-chunks.ts';
import { preloadFirst } from './build/preload-first.ts';
import { thirdPartyNotices } from './build/third-party-notices.ts';

const root = import.meta.dirname;
const at = (...parts: string[]) => resolve(root, ...parts);

/** Of all parts; in the packages they lie beside Electron's own, and in the archive for the about page. */
const notices = thirdPartyNotices(root);

// Targets are set by hand: the oldest Electron the build must run on is 33 (Node 20.18, Chrome 130),
// see build/runtime/. Everything but Electron itself is bundled, so a package carries no node_modules.
export default defineConfig({
  main: {
    // electron-store brings a JSON schema checker, half of what main would be. We give it no schema: see data-file.ts.
    resolve: {
      alias: [
        { find: /^(?:ajv\/dist\/2020\.js|ajv-formats)$/, replacement: at('build/no-schema-checker.ts') },
        { find: /^\.\/transports\/remote$/, replacement: at('build/no-remote-log.ts') },
      ],
    },
    plugins: [
      commandLine(root, notices),
      notices,
      {
        // Main reads them as files, to choose by panel, scale and system: out/icons/tray/<state>….png|ico
        name: 'tray-icons',
        closeBundle() {
          const filter = (path: string) => !path.endsWith('.svg');
          cpSync(at('build/icons/tray'), at('out/icons/tray'), { recursive: true, filter });
        },
      },
    ],
    build: {
      outDir: 'out/main',
      target: 'node20.18',
      externalizeDeps: false,
      rollupOptions: {
        input: { main: at('electron/main.ts') },
        output: {
          // An ES module that imports `node:fs` makes Node load all that hangs on it, and look at each of its exports.
          format: 'cjs',
          strict: true,
          entryFileNames: '[name].cjs',
          chunkFileNames: 'chunks/[name]-[hash].cjs',
          // Half the size. Functions and classes keep their names: what goes wrong at a user’s is read in a log.
          minify: {
            compress: { keepNames: { function: true, class: true } },
            mangle: { keepNames: true },
            codegen: { removeWhitespace: true },
          },
        },
      },
    },
  },
  preload: {
    plugins: [notices],
    build: {
      outDir: 'out/preload',
      target: 'node20.18',
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: at('electron/preload.ts') },
        // A sandboxed preload must be one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react(), notices, preloadFirst()],
    build: {
      outDir: at('out/renderer'),
      target: 'chrome130',
      // A third of the archive; the page's stack traces are read in development.
      minify: true,
      // One sheet: its rules keep their order, whatever is loaded later.
      cssCodeSplit: false,
      // See preload-first.ts.
      modulePreload: false,
      rollupOptions: {
        input: { index: at('renderer/index.html'), 'quick-pick': at('renderer/quick-pick.html') },
        output: {
          codeSplitting: {
            groups: firstChunks({
              page: { entry: at('renderer/main.ts'), draws: at('renderer/draw-window.tsx') },
              'quick-pick': { entry: at('renderer/quick-pick.ts'), draws: at('renderer/draw-quick-pick.tsx') },
            }),
          },
        },
      },
    },
  },
});
