import type { Page } from '@playwright/test';
import { languages } from '../../../shared/text/languages.ts';
import { axeFor } from '../../support/axe.ts';
import type { Setting } from './settings.ts';

/** Less than this (px) is no place to scroll in: a line of text, or a button, has to be seen whole. */
const LEAST_SCROLLED = 32;

/**
 * What lies beside, above or below the window and cannot be scrolled to; what can be scrolled in a place too low to read
 * it; and a column that has to be scrolled sideways as well. Empty where all can be read.
 */
export function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate((least) => {
    const overflow = { x: 'overflowX', y: 'overflowY' } as const;
    const scrolls = (element: Element | null, axis: 'x' | 'y'): boolean => {
      if (element === null || element === document.body) return false;
      const style = getComputedStyle(element);
      if (/auto|scroll/.test(style[overflow[axis]])) return true;
      return style.position !== 'fixed' && scrolls(element.parentElement, axis);
    };
    const isSeen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) && element.closest('.sr-only, svg, option') === null;
    const isOut = (element: Element) => {
      const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
      if (width === 0 || height === 0) return false;
      return (
        ((right > innerWidth + 1 || left < -1) && !scrolls(element, 'x')) ||
        ((bottom > innerHeight + 1 || top < -1) && !scrolls(element, 'y'))
      );
    };
    const isFlat = (element: Element) =>
      /auto|scroll/.test(getComputedStyle(element).overflowY) &&
      element.scrollHeight > element.clientHeight + 1 &&
      element.clientHeight < least;
    const isWide = (element: Element) =>
      /auto|scroll/.test(getComputedStyle(element).overflowX) &&
      element.scrollWidth > element.clientWidth + 1 &&
      element.closest('pre, textarea') === null;
    return [...document.body.querySelectorAll('*')]
      .filter((element) => isSeen(element) && (isOut(element) || isFlat(element) || isWide(element)))
      .map((element) => element.outerHTML.slice(0, 120));
  }, LEAST_SCROLLED);
}

/** What stands twice on some screens and does the same in both places. */
const ALIKE: ReadonlySet<string> = new Set(
  Object.values(languages).flatMap(({ ui }) => [ui.back, ui.serverSetup.action]),
);

/** Names that several buttons on screen have: who hears one read, or says it, cannot tell which is meant. */
export async function sameNames(page: Page): Promise<readonly string[]> {
  const names = [...(await page.locator('body').ariaSnapshot()).matchAll(/^\s*- button "((?:[^"\\]|\\.)*)"/gm)].map(
    ([, name = '']) => name,
  );
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at && !ALIKE.has(name)))];
}

/** What axe knows to be a barrier, as far as this setting can show another one than the others. */
export async function barriers(page: Page, axe: Setting['axe']): Promise<readonly string[]> {
  if (axe === 'none') return [];
  await page.evaluate(readForcedColours);
  // A menu is drawn outside of the page's landmarks, by its role's own pattern.
  const menu = await page.getByRole('menu').isVisible();
  const builder = axeFor(page).disableRules(menu ? ['region'] : []);
  const { violations } = await (axe === 'all' ? builder : builder.withRules(['color-contrast'])).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/**
 * Lets axe see the colours that forced colours make of ours. It asks for `-webkit-text-fill-color` first, which is the
 * text's own colour unless somebody sets it, and nobody here does; but under forced colours Chromium answers with the
 * colour of our style sheet, where `color` has the one that is drawn. Runs in the page.
 */
function readForcedColours(): void {
  const { getPropertyValue } = CSSStyleDeclaration.prototype;
  CSSStyleDeclaration.prototype.getPropertyValue = function (name) {
    return name === '-webkit-text-fill-color' ? '' : getPropertyValue.call(this, name);
  };
}
