/** Bounds of C's `long` on the 64-bit systems that knockd runs on: `strtol` stops there. */
const LONG_MAX = 2n ** 63n - 1n;
const LONG_MIN = -(2n ** 63n);

/**
 * C's `atoi` as glibc has it: blanks, a sign, digits; the rest is not looked at, and no digits are 0. The `long` that
 * `strtol` finds is cut to 32 bits.
 */
export function atoi(text: string): number {
  const digits = /^[ \t\n\v\f\r]*([+-]?\d+)/.exec(text)?.[1];
  if (digits === undefined) return 0;
  const long = BigInt(digits.replace('+', ''));
  const clamped = long > LONG_MAX ? LONG_MAX : long < LONG_MIN ? LONG_MIN : long;
  return Number(BigInt.asIntN(32, clamped));
}

/** What is left of a number in C's `unsigned short`, where knockd keeps ports: -1 becomes 65535. */
export function unsignedShort(number: number): number {
  return number & 0xffff;
}

/** Trims what `isspace` of the C locale knows, and not the spaces that only Unicode has. */
export function trimC(text: string): string {
  return text.replace(/^[ \t\n\v\f\r]+/, '').replace(/[ \t\n\v\f\r]+$/, '');
}

/** `strtoupper`, byte by byte: only the letters of ASCII have capitals. */
export function upperC(text: string): string {
  return text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
}
