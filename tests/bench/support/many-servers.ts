/** The first `count` of the lab server's further addresses. */
export function manyServers(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `10.88.${Math.floor(index / 250)}.${1 + (index % 250)}`);
}
