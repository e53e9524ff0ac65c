/** One picture of an icon file: a square PNG and its straight (not premultiplied) RGBA pixels, top row first. */
export interface Picture {
  readonly size: number;
  readonly png: Uint8Array;
  readonly rgba: Uint8Array;
}

const DIRECTORY_BYTES = 6;
const ENTRY_BYTES = 16;
const BITMAP_HEADER_BYTES = 40;

/** From here on PNG: Windows takes both, but some of its older parts read small sizes as bitmaps only. */
const PNG_FROM = 256;

/**
 * A Windows icon file (.ico) with these pictures.
 *
 * Format: https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10)
 */
export function icoFile(pictures: readonly Picture[]): Buffer {
  const images = pictures.map((picture) => (picture.size >= PNG_FROM ? Buffer.from(picture.png) : bitmap(picture)));
  const directory = Buffer.alloc(DIRECTORY_BYTES + ENTRY_BYTES * pictures.length);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(pictures.length, 4);
  let offset = directory.length;
  for (const [index, { size }] of pictures.entries()) {
    const at = DIRECTORY_BYTES + ENTRY_BYTES * index;
    const bytes = images[index]?.length ?? 0;
    // One byte each: 256 is written as 0.
    directory.writeUInt8(size % 256, at);
    directory.writeUInt8(size % 256, at + 1);
    directory.writeUInt16LE(1, at + 4);
    directory.writeUInt16LE(32, at + 6);
    directory.writeUInt32LE(bytes, at + 8);
    directory.writeUInt32LE(offset, at + 12);
    offset += bytes;
  }
  return Buffer.concat([directory, ...images]);
}

/** A bitmap as icons hold it: BGRA from the bottom row up, said to be twice as high for the mask behind it. */
function bitmap({ size, rgba }: Picture): Buffer {
  const header = Buffer.alloc(BITMAP_HEADER_BYTES);
  header.writeUInt32LE(BITMAP_HEADER_BYTES, 0);
  header.writeInt32LE(size, 4);
  header.writeInt32LE(size * 2, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(32, 14);
  const pixels = Buffer.alloc(size * size * 4);
  // A bit per pixel, rows padded to 32 bits; all zero, because the pixels say themselves what can be seen through.
  const mask = Buffer.alloc(Math.ceil(size / 32) * 4 * size);
  header.writeUInt32LE(pixels.length + mask.length, 20);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const from = (row * size + column) * 4;
      const to = ((size - 1 - row) * size + column) * 4;
      const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(from, from + 4);
      pixels.set([blue, green, red, alpha], to);
    }
  }
  return Buffer.concat([header, pixels, mask]);
}
