import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * Axe for a page of ours, which has no frames. In its usual mode it opens a second, blank page for each look, to put
 * together what the frames have found: a third of what the page's tests cost, and more than Electron can do.
 */
export function axeFor(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode();
}
