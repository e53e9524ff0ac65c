import { type Area, inside } from './window-place.ts';

/** px */
export const SIZE = { width: 560, height: 420 } as const;
/** Between the tray's icon and the window (px). */
const AWAY = 8;

/**
 * Where the quick pick opens: beside the tray's icon, on the side where the screen is; without one in the upper half of
 * the screen, where eyes are.
 *
 * @param icon the tray's icon that was clicked, in px of the whole desktop
 * @param screen the work area of the screen that it is shown on
 */
export function quickPickPlace(icon: Area | null, screen: Area): Area {
  if (icon === null) {
    const x = Math.round(screen.x + (screen.width - SIZE.width) / 2);
    return inside({ x, y: Math.round(screen.y + screen.height * 0.18), ...SIZE }, screen);
  }
  const x = Math.round(icon.x + icon.width / 2 - SIZE.width / 2);
  const below = icon.y + icon.height / 2 < screen.y + screen.height / 2;
  const y = below ? icon.y + icon.height + AWAY : icon.y - SIZE.height - AWAY;
  return inside({ x, y, ...SIZE }, screen);
}
