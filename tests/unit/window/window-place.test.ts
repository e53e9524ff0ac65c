import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inside, placeOn } from '../../../electron/window/window-place.ts';

const left = { x: 0, y: 0, width: 1920, height: 1040 };
const right = { x: 1920, y: 0, width: 1280, height: 1000 };
const at = (x: number, y: number, width = 1000, height = 700) => ({ x, y, width, height, maximized: false });

describe('the window', () => {
  it('opens where it was', () => {
    expect(placeOn(at(100, 50), [left, right])).toEqual({ x: 100, y: 50, width: 1000, height: 700 });
    expect(placeOn(at(2000, 50), [left, right])).toEqual({ x: 2000, y: 50, width: 1000, height: 700 });
  });

  it('opens anywhere when there is nothing to remember, or its screen is gone', () => {
    expect(placeOn(null, [left])).toBeNull();
    expect(placeOn(at(2000, 50), [left])).toBeNull();
    expect(placeOn(at(-950, 50), [left])).toBeNull();
    expect(placeOn(at(100, 50), [])).toBeNull();
  });

  it('is moved and shrunk to be seen whole, on the screen that shows most of it', () => {
    expect(placeOn(at(1500, -20), [left, right])).toEqual({ x: 1920, y: 0, width: 1000, height: 700 });
    expect(placeOn(at(-100, 600), [left, right])).toEqual({ x: 0, y: 340, width: 1000, height: 700 });
    expect(placeOn(at(0, 0, 4000, 3000), [right])).toEqual(right);
  });

  it('never leaves the screen it is moved to', () => {
    const area = fc.record({
      x: fc.integer({ min: -5000, max: 5000 }),
      y: fc.integer({ min: -5000, max: 5000 }),
      width: fc.integer({ min: 1, max: 5000 }),
      height: fc.integer({ min: 1, max: 5000 }),
    });
    fc.assert(
      fc.property(area, area, (window, screen) => {
        const placed = inside(window, screen);
        expect(placed.x).toBeGreaterThanOrEqual(screen.x);
        expect(placed.y).toBeGreaterThanOrEqual(screen.y);
        expect(placed.x + placed.width).toBeLessThanOrEqual(screen.x + screen.width);
        expect(placed.y + placed.height).toBeLessThanOrEqual(screen.y + screen.height);
      }),
    );
  });
});
