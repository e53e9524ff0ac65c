import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { Licence } from '../shared/model/about.ts';

/** Of all parts: main, command line, preload and page are built one after the other by one process. */
const notices = new Map<string, Licence>();

/**
 * Collects what is bundled and writes its licences into two files: `third-party-notices.txt`, which every package of
 * Toctoc carries for people, and `licences.json` for the about page, with Toctoc's own and Electron's. A package without a
 * licence text stops the build.
 *
 * @param root absolute path of the project; its folder `out` gets the files, anew by each part, complete after the last
 */
export function thirdPartyNotices(root: string): Plugin {
  return {
    name: 'toctoc-third-party-notices',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        for (const id of output.moduleIds) note(id);
      }
    },
    closeBundle() {
      const bundled = inOrder([...notices.values()]);
      const around = [ofPackage(root, 'Toctoc'), ofPackage(join(root, 'node_modules/electron'), 'Electron')];
      writeFileSync(join(root, 'out/third-party-notices.txt'), noticesText(bundled));
      writeFileSync(join(root, 'out/licences.json'), JSON.stringify([...around, ...bundled]));
    },
  };
}

function note(moduleId: string): void {
  const folder = packageFolder(moduleId);
  if (folder === null || notices.has(folder)) return;
  notices.set(folder, ofPackage(folder));
}

/**
 * The licence of the package in a folder.
 *
 * @param called what people call it, where that is not its name
 * @throws a sentence when it tells none
 */
export function ofPackage(folder: string, called?: string): Licence {
  const manifest: { name: string; version: string; license?: string; author?: unknown } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const { name, version, license } = manifest;
  const text = licenceText(folder) ?? declaredText(manifest);
  if (license === undefined || text === null) throw new Error(`${name} is shipped, but tells no licence.`);
  return { name: called ?? name, version, licence: license, text };
}

/** The package that a bundled module belongs to, `null` for our own and the bundler's. */
export function packageFolder(moduleId: string): string | null {
  const path = moduleId.replace(/^\0/, '').replace(/\?.*$/, '');
  const found = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/@][^\\/]*)[\\/]/.exec(path);
  return found?.[1] ?? null;
}

function licenceText(folder: string): string | null {
  const name = readdirSync(folder).find((file) => /^(licen[cs]e|copying)(\.\w+)?$/i.test(file));
  if (name !== undefined) return readFileSync(join(folder, name), 'utf8').trim();
  // A package of a repository with many keeps its licence one level up, or in its readme.
  const readme = join(folder, 'README.md');
  const section = existsSync(readme) ? /^#+ licen[cs]e[^\n]*\n([\s\S]*)$/im.exec(readFileSync(readme, 'utf8')) : null;
  return section?.[1]?.trim() || null;
}

/** Of a package that says in its manifest whose it is and that it is under MIT's licence, and brings no text: that text. */
export function declaredText({ license, author }: { license?: string; author?: unknown }): string | null {
  if (license !== 'MIT' || typeof author !== 'string') return null;
  return `Copyright ${author} (as its package.json says)\n\n${MIT_TERMS}`;
}

/** By name, then version. Two copies of one version are one. */
export function inOrder(all: readonly Licence[]): readonly Licence[] {
  const keyed = new Map(all.map((one) => [`${one.name} ${one.version}`, one]));
  return [...keyed].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

export function noticesText(all: readonly Licence[]): string {
  const line = '='.repeat(80);
  const parts = all.map(({ name, version, licence, text }) => `${line}\n${name} ${version} (${licence})\n\n${text}\n`);
  return `Toctoc contains these packages. Electron's and Chromium's notices are in files of their own.\n\n${parts.join('\n')}`;
}

/** https://opensource.org/license/mit, below the copyright line. */
const MIT_TERMS = `Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`;
