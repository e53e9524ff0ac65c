import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { icnsFile } from '../../../build/icons/icns.ts';
import { icoFile } from '../../../build/icons/ico.ts';
import { renderIcons } from '../../../build/icons/render.ts';
import { INKS, inked, STATES } from '../../../build/icons/tray-inks.ts';
import { projectRoot } from '../../../build/runtime/project.ts';

const folder = join(projectRoot, 'build/icons');

/** Width and height in the header of a PNG (https://www.w3.org/TR/png-3/#11IHDR). */
function pngSize(png: Uint8Array): readonly [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  expect(Buffer.from(png.subarray(1, 4)).toString('latin1')).toBe('PNG');
  return [view.getUint32(16), view.getUint32(20)];
}

test('every icon file is what its source draws, and there is no other', async () => {
  const drawn = await renderIcons();
  const kept = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(png|ico|icns)$/.test(name),
  );
  expect(kept.map((name) => name.replaceAll('\\', '/')).toSorted()).toEqual([...drawn.keys()].toSorted());
  const stale = [...drawn]
    .filter(([path, bytes]) => !readFileSync(join(folder, path)).equals(bytes))
    .map(([path]) => path);
  expect(stale, 'run node build/icons/render.ts').toEqual([]);
});

test('a file is as large as its name says', () => {
  for (const size of [16, 32, 48, 64, 128, 256, 512]) {
    expect(pngSize(readFileSync(join(folder, `${size}x${size}.png`)))).toEqual([size, size]);
  }
  expect(pngSize(readFileSync(join(folder, 'tray/open-on-dark@1.5x.png')))).toEqual([24, 24]);
});

test('an .ico names each picture and where it lies; small ones are bitmaps from the bottom up', () => {
  const rgba = Uint8Array.from([1, 2, 3, 255, 4, 5, 6, 255, 7, 8, 9, 255, 10, 11, 12, 128]);
  const png = Buffer.from('a png');
  const ico = icoFile([
    { size: 2, png, rgba },
    { size: 256, png, rgba },
  ]);
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([0, 1, 2]);
  const first = { size: ico.readUInt8(6), bytes: ico.readUInt32LE(14), at: ico.readUInt32LE(18) };
  expect(first).toEqual({ size: 2, bytes: 40 + 16 + 8, at: 38 });
  expect([...ico.subarray(first.at + 40, first.at + 56)]).toEqual([
    9, 8, 7, 255, 12, 11, 10, 128, 3, 2, 1, 255, 6, 5, 4, 255,
  ]);
  expect(ico.readInt32LE(first.at + 8), 'twice its height').toBe(4);
  const second = { size: ico.readUInt8(22), bytes: ico.readUInt32LE(30), at: ico.readUInt32LE(34) };
  expect(second.size, '256 is written as 0').toBe(0);
  expect(ico.subarray(second.at, second.at + second.bytes)).toEqual(png);
});

test('an .icns holds one picture per type, each as long as it says', () => {
  const icns = icnsFile((size) => Buffer.from(`png of ${size}`));
  expect(icns.toString('latin1', 0, 4)).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const found: string[] = [];
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    found.push(
      `${icns.toString('latin1', at, at + 4)} ${icns.toString('latin1', at + 8, at + icns.readUInt32BE(at + 4))}`,
    );
  }
  expect(found).toContain('ic10 png of 1024');
  expect(found).toContain('ic07 png of 128');
  expect(new Set(found.map((line) => line.slice(0, 4))).size).toBe(8);
});

test('a stencil for macOS has no colour but black; on a dark panel nothing stays dark', () => {
  const colours = (suffix: string) => {
    const ink = INKS.find((one) => one.suffix === suffix);
    if (ink === undefined) throw new Error(suffix);
    const drawn = STATES.map((state) => inked(readFileSync(join(folder, `tray/${state}.svg`), 'utf8'), ink));
    // A mask's white and black are no colours that can be seen.
    return new Set(drawn.flatMap((svg) => svg.replace(/<mask[\s\S]*<\/mask>/, '').match(/#[0-9a-f]{6}/g) ?? []));
  };
  expect([...colours('Template')]).toEqual(['#000000']);
  const dark = [...colours('-on-dark')].filter((colour) => Number.parseInt(colour.slice(3, 5), 16) < 0x80);
  expect(dark).toEqual([]);
});
