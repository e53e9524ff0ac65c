// `npm run -s electron:path`: prints the path of the Electron to use, and nothing else, on stdout.
import { findElectron } from './find-electron.ts';

try {
  const electron = await findElectron(console.error);
  console.error(electron.line);
  console.log(electron.executable);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
