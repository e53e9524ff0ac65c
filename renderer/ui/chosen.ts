/** The value of a list that a `<select>` made of it says is chosen. */
export function chosen<T extends string>(values: readonly [T, ...T[]], value: string): T {
  return values.find((one) => one === value) ?? values[0];
}
