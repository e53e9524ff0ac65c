import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../build/runtime/project.ts';
import { GROUPS } from './screens.ts';
import { SETTINGS } from './settings.ts';

export const GALLERY = join(projectRoot, 'test-results/gallery');

/** Where a picture lies: a folder per screen. */
export const pictureOf = (screen: string, setting: string) => join(screen, `${setting}.png`);

/** The classes that a screen drew. */
export const seenFile = (screen: string) => join(GALLERY, screen, 'classes.json');

/** Writes a page to leaf through: every screen in every setting, those that were drawn. */
export function writeIndex(): void {
  const cell = (screen: string, setting: string) => {
    const picture = pictureOf(screen, setting);
    if (!existsSync(join(GALLERY, picture))) return '';
    const title = `${screen}, ${SETTINGS[setting]?.what ?? setting}`;
    return `<figure><a href="${picture}"><img src="${picture}" alt="${title}" loading="lazy"></a><figcaption>${title}</figcaption></figure>`;
  };
  const group = ([title, screens]: readonly [string, object]) => {
    const rows = Object.keys(screens).map(
      (screen) =>
        `<h3>${screen}</h3><div>${Object.keys(SETTINGS)
          .map((one) => cell(screen, one))
          .join('')}</div>`,
    );
    return `<h2>${title}</h2>${rows.join('\n')}`;
  };
  writeFileSync(
    join(GALLERY, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Toctoc: every screen</title><style>
body { font: 14px/1.5 system-ui; margin: 2rem; background: #f4f2ee; color: #222 }
div { display: flex; gap: 1rem; overflow-x: auto; padding-bottom: 1rem }
figure { flex: none; margin: 0 } img { height: 320px; border: 1px solid #bbb; border-radius: 6px; background: #fff }
h2 { position: sticky; top: 0; background: #f4f2ee } figcaption { font-size: 12px; color: #555 }
</style><h1>Toctoc: every screen, in every setting</h1>
${Object.entries(GROUPS).map(group).join('\n')}
`,
  );
}
