import { randomBytes } from 'node:crypto';

/** Xau(3): the entry holds for any host and, having no display number, for any display. */
const FAMILY_WILD = 0xffff;

/**
 * An Xauthority file with a secret, for the server and its clients alike. Written here, because the display's
 * number is only known once the server runs, and `xauth` wants it before.
 */
export function newXauthority(secret: Buffer = randomBytes(16)): Buffer {
  const family = Buffer.alloc(2);
  family.writeUInt16BE(FAMILY_WILD);
  const nothing = Buffer.alloc(0);
  const fields = [nothing, nothing, Buffer.from('MIT-MAGIC-COOKIE-1'), secret];
  return Buffer.concat([family, ...fields.map(counted)]);
}

/** Two bytes of length, then the bytes. */
function counted(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
