// `npm run package` builds what can be built here; `npm run package -- deb rpm` only those targets; `npm run
// package:dir` the unpacked program. Releases are built where GitHub can be reached, with the Electron of package.json.
// Elsewhere the Electron that the tests use is packed: such a package is for tests, and its version says so.
import { parseArgs } from 'node:util';
import { packageApp } from './packaging/package-app.ts';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { dir: { type: 'boolean', default: false }, publish: { type: 'boolean', default: false } },
  });
  const files = await packageApp({ targets: values.dir ? ['dir'] : positionals, publish: values.publish }, console.log);
  for (const file of files) console.log(file);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
