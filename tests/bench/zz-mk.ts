import { build } from 'vite';
await build({ configFile: false, logLevel: 'error', root: '/tmp/w/tree/engine', ssr: { noExternal: true }, build: { ssr: '/tmp/w/tree/engine/tests/bench/many-client.ts', outDir: '/tmp/w/engine/many', emptyOutDir: true, rollupOptions: { output: { entryFileNames: 'client.mjs' } } } });
