import { join } from 'node:path';
import { run } from './process.ts';
import { projectRoot } from './project.ts';

const BUILD_LIMIT = 5 * 60_000;

/** Builds main, preload and page into out/; quiet unless it fails. Returns whether it built. */
export async function buildApp(): Promise<boolean> {
  const tool = join(projectRoot, 'node_modules/electron-vite/bin/electron-vite.js');
  const built = await run(process.execPath, [tool, 'build'], { cwd: projectRoot, limit: BUILD_LIMIT });
  if (built.code === 0) return true;
  console.error(`${built.stdout}${built.stderr}\n${built.stopped ? 'The build took too long.' : 'The build failed.'}`);
  return false;
}
