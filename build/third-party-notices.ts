import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** A package of which code is in the build. */
interface Notice {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
}

/** Of all parts: main, command line, preload and page are built one after the other by one process. */
const notices = new Map<string, Notice>();

/**
 * Collects what is bundled and writes the packages' licences into one file, which every package of Toctoc carries. A
 * package without a licence text stops the build.
 *
 * @param file absolute path; written anew by each part, complete after the last
 */
export function thirdPartyNotices(file: string): Plugin {
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
      writeFileSync(file, noticesText([...notices.values()]));
    },
  };
}

function note(moduleId: string): void {
  const folder = packageFolder(moduleId);
  if (folder === null || notices.has(folder)) return;
  const manifest: { name: string; version: string; license?: string; author?: unknown } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const { name, version, license } = manifest;
  const text = licenceText(folder) ?? declaredText(manifest);
  if (license === undefined || text === null) throw new Error(`${name} is bundled, but tells no licence.`);
  notices.set(folder, { name, version, license, text });
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

export function noticesText(all: readonly Notice[]): string {
  const line = '='.repeat(80);
  const sorted = all.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const parts = sorted.map(
    ({ name, version, license, text }) => `${line}\n${name} ${version} (${license})\n\n${text}\n`,
  );
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
