/** FNV-1a, 64 bits (Fowler, Noll, Vo: http://www.isthe.com/chongo/tech/comp/fnv/). */
const PRIME = 0x100000001b3n;
const OFFSET = 0xcbf29ce484222325n;

function fnv1a(bytes: Uint8Array, start: bigint): bigint {
  let hash = start;
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return hash;
}

/**
 * 32 hexadecimal digits that stand for `text` in a file's name, so that a glance into the folder does not tell which
 * servers somebody knocks at. No secret hides in it: there are few enough addresses to try them all, whatever the hash.
 * That is what file rights are for. Not by `node:crypto`, which takes longer to load than a knock takes to leave.
 */
export function fingerprint(text: string): string {
  const bytes = Buffer.from(text);
  const first = fnv1a(bytes, OFFSET);
  return [first, fnv1a(bytes, first)].map((half) => half.toString(16).padStart(16, '0')).join('');
}
