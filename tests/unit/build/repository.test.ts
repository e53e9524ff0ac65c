import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../../../build/runtime/project.ts';
import { PAGES } from '../../../electron/security/link-table.ts';
import { APP_ID } from '../../../electron/system/app-id.ts';

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');
const builder = parse(read('build/electron-builder.yml'));
const { homepage }: { readonly homepage: string } = JSON.parse(read('package.json'));
const [owner = '', repository = ''] = new URL(homepage).pathname.slice(1).split('/');

/** Reverse domain names take no hyphen (AppStream, `<id>`). */
const id = `io.github.${owner.replaceAll('-', '_')}.${repository}`;
const metainfo = `build/linux/${id}.metainfo.xml`;

describe('the repository that package.json names as the homepage', () => {
  it('is where releases are published, and where the window looks for them', () => {
    expect(builder.publish).toMatchObject({ owner, repo: repository });
    expect(PAGES.downloads).toBe(`${homepage}/releases`);
  });

  it('gives the app its id, in the packages and for Linux’ software centres', () => {
    expect(builder.appId).toBe(id);
    expect(APP_ID).toBe(id);
    expect(existsSync(join(projectRoot, metainfo)), metainfo).toBe(true);
    expect(read('build/electron-builder.yml')).toContain(`${metainfo}=/usr/share/metainfo/${id}.metainfo.xml`);
    expect(read(metainfo)).toContain(`<id>${id}</id>`);
  });

  it('is the only one that the AppStream file and the guide name', () => {
    const named = [...read(metainfo).matchAll(/https:\/\/github\.com\/[\w.-]+\/[\w.-]+/g)].map(([url]) => url);
    expect(named.length).toBeGreaterThan(0);
    expect(new Set(named)).toEqual(new Set([homepage]));
    expect(read('.github/CONTRIBUTING.md')).toContain(`\`${owner}/${repository}\``);
  });
});
