#!/usr/bin/env node
// out/main/toctoc.js, which package.json names: loads out/cli/toctoc.cjs; see build/command-line.ts. An import of
// node:module would load all that hangs on it, which takes longer than the knocking; before Node 20.16 it is all there is.
const { createRequire } = process.getBuiltinModule?.('node:module') ?? (await import('node:module'));
createRequire(import.meta.url)('../cli/toctoc.cjs');
