import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { packageApp } from '../../build/packaging/package-app.ts';
import { projectRoot } from '../../build/runtime/project.ts';
import { setUpE2e } from '../support/e2e-setting.ts';
import { canRead } from '../support/readable-copy.ts';
import { timeToPage } from './support/debugged.ts';
import { interleave } from './support/rounds.ts';
import { duel, type Row } from './support/table.ts';

const STARTS = 15;

/** The program as it is packed, in its archive and with its fuses, beside Electron on the built folder. */
export async function packed(): Promise<readonly Row[]> {
  await packageApp({ targets: ['dir'], publish: false }, console.error);
  const setting = await setUpE2e(console.error);
  Object.assign(process.env, setting.env);
  // Playwright's fixtures read the environment when they are loaded.
  const { Desk, needed } = await import('../e2e/support/app.ts');
  const { e2eUser } = await import('../e2e/support/user.ts');
  const desk = new Desk();
  try {
    let folder = join(projectRoot, 'dist/linux-unpacked');
    if (!(await canRead(e2eUser, [folder]))) {
      const copy = join(desk.folder, 'packed');
      cpSync(folder, copy, { recursive: true });
      folder = copy;
    }
    const data = (name: string) => join(desk.folder, `${name}-data`);
    const { ours, peer } = await interleave(STARTS, {
      ours: () => timeToPage({ command: [join(folder, 'toctoc')], data: data('packed') }),
      peer: () =>
        timeToPage({ command: [needed('TOCTOC_ELECTRON'), needed('TOCTOC_APP_DIR')], data: data('unpacked') }),
    });
    const what = 'the packed app: spawn to a window that can be used';
    return [duel({ what, ours, peer, peerName: 'the same, not packed', target: '≤ 1.1', digits: 0 })];
  } finally {
    await desk.remove();
    await setting.stop();
  }
}
