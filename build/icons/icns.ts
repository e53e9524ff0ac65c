/** What a macOS icon file calls its pictures, by edge in pixels; `@2x` ones are the same picture under another name. */
const TYPES: Readonly<Record<number, readonly string[]>> = {
  32: ['ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic13', 'ic08'],
  512: ['ic14', 'ic09'],
  1024: ['ic10'],
};

/**
 * A macOS icon file (.icns) of PNGs. Readers since OS X 10.7 take them, and scale 16 px from `ic11`.
 *
 * @param pngOf the PNG with this edge (px): 32 to 1024, powers of two
 */
export function icnsFile(pngOf: (size: number) => Uint8Array): Buffer {
  const chunks = Object.entries(TYPES).flatMap(([size, types]) => {
    const png = pngOf(Number(size));
    return types.map((type) => chunk(type, png));
  });
  return chunk('icns', Buffer.concat(chunks));
}

/** Four letters, the length with these eight bytes, the content. */
function chunk(type: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(8 + content.length, 4);
  return Buffer.concat([head, content]);
}
