import { join } from 'node:path';
import { build, type Plugin } from 'vite';

const isProgram = (id: string) => id.endsWith('/cli/program.ts');

/**
 * Builds the command line into out/cli/, beside the app. Node starts it anew for every knock, and what it loads is what
 * that takes; so it is CommonJS (an ES module that imports `node:fs` makes Node load all that hangs on it), small, and in
 * two files: `toctoc.cjs` is all that a plain knock needs, `program.cjs` is everything.
 */
export function commandLine(root: string, notices: Plugin): Plugin {
  return {
    name: 'toctoc-command-line',
    apply: 'build',
    async closeBundle() {
      await bundleEntries(root);
      await bundle(root, 'toctoc', true, notices);
      await bundle(root, 'program', false, notices);
    },
  };
}

/** What Electron and Node are started on: ES modules, which say themselves what they wait for. Nobody else's code. */
async function bundleEntries(root: string): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node20.18',
      minify: true,
      outDir: join(root, 'out/main'),
      emptyOutDir: false,
      rollupOptions: {
        input: { entry: join(root, 'electron/entry.ts'), toctoc: join(root, 'electron/cli/bin.ts') },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  });
}

async function bundle(root: string, name: string, quick: boolean, notices: Plugin): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [notices],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20.18',
      minify: true,
      outDir: join(root, 'out/cli'),
      emptyOutDir: quick,
      rollupOptions: {
        input: { [name]: join(root, `electron/cli/${name}.ts`) },
        // Reading a property has no effect anywhere here: a schema that nothing needs is left out.
        treeshake: { propertyReadSideEffects: false },
        external: quick ? isProgram : [],
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: `${name}-[name]-[hash].cjs`,
          paths: (id) => (isProgram(id) ? './program.cjs' : id),
        },
      },
    },
  });
}
