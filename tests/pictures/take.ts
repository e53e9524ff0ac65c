import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '../../build/runtime/project.ts';
import { STOCK } from '../lab/support/doors.ts';
import { Lab, SERVER } from '../lab/support/lab.ts';
import { setUpE2e } from '../support/e2e-setting.ts';

const IMAGES = join(projectRoot, '.github/images');
const FRAMES = 40;
const FRAME_MS = 120;
/** More than this, and the README loads slowly (bytes). */
const MOST = 600_000;

const lab = Lab.current();
const setting = await setUpE2e(console.error);
Object.assign(process.env, setting.env);
// Playwright's fixtures read the environment when they are loaded.
const { Desk } = await import('../e2e/support/app.ts');
const { createProfile } = await import('../e2e/support/editor.ts');
const { prepareSsh } = await import('../e2e/support/ssh.ts');
const { e2eUser, giveToUser } = await import('../e2e/support/user.ts');

const desk = new Desk();
const frames = mkdtempSync(join(tmpdir(), 'toctoc-frames-'));
const resources = join(e2eUser?.home ?? desk.folder, '.Xdefaults');
try {
  mkdirSync(IMAGES, { recursive: true });
  await lab.firewall('drop');
  await lab.knockd(STOCK);
  // No window manager is there to put the terminal beside the window.
  writeFileSync(
    resources,
    'XTerm*geometry: 66x13+580+520\nXTerm*faceName: DejaVu Sans Mono\nXTerm*faceSize: 10\nXTerm*background: #16181a\nXTerm*foreground: #e6e4df\n',
  );
  giveToUser(resources);
  desk.chooses({ defaultTerminal: 'xterm', theme: 'light' });
  const identity = prepareSsh(desk, lab);
  const { app, page } = await desk.start();
  const { x, y, width, height } = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    // As tall as what it shows.
    window?.setContentSize(1000, 736);
    const bounds = window?.getContentBounds();
    return bounds ?? { x: 0, y: 0, width: 1000, height: 700 };
  });
  await page.emulateMedia({ colorScheme: null });
  const fields = { Host: SERVER.name, Sequence: '7000 8000 9000', User: 'root', 'Identity file': identity };
  await createProfile(page, { Name: 'Web server', ...fields });
  const knock = page.getByRole('button', { name: 'Knock and connect' });
  await knock.hover();
  let at = 0;
  const film = async (count: number) => {
    for (const last = at + count; at < last; at++) {
      execFileSync('import', [
        '-silent',
        '-window',
        'root',
        '-crop',
        `${width}x${height}+${x}+${y}`,
        '+repage',
        join(frames, name(at)),
      ]);
      await sleep(FRAME_MS);
    }
  };
  await film(4);
  await knock.click();
  await film(FRAMES - 4);
  await page.screenshot({ path: join(IMAGES, 'open.png') });
  const gif = join(IMAGES, 'click-to-prompt.gif');
  // Frames that show nothing new are held; few colours, and no dithering, which would be new in each.
  execFileSync('convert', [
    ...['-delay', '16', join(frames, 'frame-*.png'), '-resize', '800x', '+dither', '-colors', '96'],
    ...[
      '-delay',
      '300',
      join(frames, name(FRAMES - 1)),
      '-resize',
      '800x',
      '-loop',
      '0',
      '-layers',
      'OptimizePlus',
      gif,
    ],
  ]);
  const { size } = statSync(gif);
  console.log(`${gif}: ${Math.round(size / 1000)} kB`);
  if (size > MOST) throw new Error(`The capture is larger than ${MOST} bytes.`);
  const terminals = await lab.clientProcesses(/^\/usr\/bin\/xterm /);
  for (const terminal of terminals) process.kill(terminal);
} finally {
  rmSync(frames, { recursive: true, force: true });
  rmSync(resources, { force: true });
  await desk.remove();
  await lab.stopKnockd();
  await setting.stop();
}

function name(at: number): string {
  return `frame-${String(at).padStart(3, '0')}.png`;
}
