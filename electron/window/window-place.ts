import type { WindowPlace } from '../system/desktop-memory.ts';

/** px of the whole desktop. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** This much of a window (px) has to lie on a screen for somebody to find it and move it. */
const GRASP = 100;

/**
 * Where to open the window: where it was, if a screen still shows enough of it, moved and shrunk so that all of it is
 * seen; else nowhere in particular (`null`), and the system decides.
 *
 * @param screens the work areas of the screens there are now, without task bars
 */
export function placeOn(saved: WindowPlace | null, screens: readonly Area[]): Area | null {
  if (saved === null) return null;
  const [best] = screens
    .map((screen) => ({ screen, seen: overlap(saved, screen) }))
    .filter(({ seen }) => seen.width >= GRASP && seen.height >= GRASP)
    .sort((a, b) => b.seen.width * b.seen.height - a.seen.width * a.seen.height);
  return best === undefined ? null : inside(saved, best.screen);
}

/** The same size, or what the screen has room for, moved inside. */
export function inside(area: Area, screen: Area): Area {
  const width = Math.min(area.width, screen.width);
  const height = Math.min(area.height, screen.height);
  return {
    x: Math.min(Math.max(area.x, screen.x), screen.x + screen.width - width),
    y: Math.min(Math.max(area.y, screen.y), screen.y + screen.height - height),
    width,
    height,
  };
}

function overlap(a: Area, b: Area): { readonly width: number; readonly height: number } {
  return {
    width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
  };
}
