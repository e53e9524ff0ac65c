// `node build/icons/render.ts`: draws every icon file from the SVG sources beside this file. Run it after changing one
// of those; the results are committed, and a test draws them again and compares.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { icnsFile } from './icns.ts';
import { icoFile, type Picture } from './ico.ts';
import { INKS, inked, SCALES, STATES, TRAY_SIZE } from './tray-inks.ts';

/** px, those of the freedesktop icon theme. Below 48 the picture has a simpler source of its own. */
const APP_SIZES = [16, 32, 48, 64, 128, 256, 512] as const;
const SIMPLE_BELOW = 48;
const ICO_SIZES = [16, 20, 24, 32, 40, 48, 64, 128, 256] as const;
const TRAY_ICO_SIZES = [16, 20, 24, 32, 40, 48, 64] as const;

/** Every icon file by its path below this folder. */
export async function renderIcons(): Promise<ReadonlyMap<string, Uint8Array>> {
  await startRenderer();
  const source = (path: string) => readFile(join(import.meta.dirname, path), 'utf8');
  const [large, small] = await Promise.all([source('app.svg'), source('app-small.svg')]);
  const app = (size: number) => render(size < SIMPLE_BELOW ? small : large, size);
  const files = new Map<string, Uint8Array>();
  for (const size of APP_SIZES) files.set(`${size}x${size}.png`, app(size).png);
  files.set('icon.ico', icoFile(ICO_SIZES.map(app)));
  files.set(
    'icon.icns',
    icnsFile((size) => app(size).png),
  );
  for (const state of STATES) {
    const svg = await source(`tray/${state}.svg`);
    for (const ink of INKS) {
      const drawn = inked(svg, ink);
      for (const { scale, suffix } of SCALES) {
        files.set(`tray/${state}${ink.suffix}${suffix}.png`, render(drawn, TRAY_SIZE * scale).png);
      }
      if (ink.ico) {
        files.set(`tray/${state}${ink.suffix}.ico`, icoFile(TRAY_ICO_SIZES.map((size) => render(drawn, size))));
      }
    }
  }
  return files;
}

let started: Promise<void> | null = null;

function startRenderer(): Promise<void> {
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  started ??= readFile(wasm).then((bytes) => initWasm(bytes));
  return started;
}

function render(svg: string, size: number): Picture {
  const image = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render();
  return { size, png: image.asPng(), rgba: straight(image.pixels) };
}

/** The renderer's pixels are premultiplied by their alpha; icon files hold them as they are. */
function straight(pixels: Uint8Array): Uint8Array {
  return pixels.map((value, index) => {
    const alpha = pixels[index - (index % 4) + 3] ?? 0;
    return index % 4 === 3 || alpha === 0 ? value : Math.min(255, Math.round((value * 255) / alpha));
  });
}

if (process.argv[1] === import.meta.filename) {
  const files = await renderIcons();
  for (const [path, bytes] of files) {
    const file = join(import.meta.dirname, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  console.log(`${files.size} icon files written`);
}
