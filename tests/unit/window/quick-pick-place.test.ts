import { describe, expect, it } from 'vitest';
import { quickPickPlace, SIZE } from '../../../electron/window/quick-pick-place.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1040 };
const icon = (x: number, y: number) => ({ x, y, width: 24, height: 24 });

describe('the quick pick opens', () => {
  it('in the upper half, without an icon', () => {
    expect(quickPickPlace(null, screen)).toEqual({ x: 680, y: 187, ...SIZE });
    expect(quickPickPlace(null, { ...screen, x: 1920 }).x).toBe(2600);
  });

  it('above a task bar at the bottom, and below one at the top', () => {
    expect(quickPickPlace(icon(1000, 1046), screen)).toEqual({ x: 732, y: 618, ...SIZE });
    expect(quickPickPlace(icon(1000, 4), screen)).toEqual({ x: 732, y: 36, ...SIZE });
  });

  it('on the screen, with the icon in its corner', () => {
    expect(quickPickPlace(icon(1890, 1046), screen)).toEqual({ x: 1360, y: 618, ...SIZE });
    expect(quickPickPlace(null, { x: 0, y: 0, width: 400, height: 300 })).toEqual({
      x: 0,
      y: 0,
      width: 400,
      height: 300,
    });
  });
});
