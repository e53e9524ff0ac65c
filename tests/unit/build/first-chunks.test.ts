import { describe, expect, it } from 'vitest';
import { firstChunks } from '../../../build/first-chunks.ts';

/** Which module imports which, at once; `editor` is imported dynamically, by nobody here. */
const imports: Readonly<Record<string, readonly string[]>> = {
  'page-entry': ['state', 'helper'],
  'pick-entry': ['state'],
  state: ['ipc'],
  page: ['list', 'react', 'state'],
  pick: ['react', 'pick-row', 'state'],
  list: ['row', 'page'],
  row: ['react'],
  editor: ['row', 'form'],
};

const bundle = { getModuleInfo: (id: string) => ({ importedIds: imports[id] ?? [] }) };

function chunkOf(id: string): string | null {
  const pages = { page: { entry: 'page-entry', draws: 'page' }, 'quick-pick': { entry: 'pick-entry', draws: 'pick' } };
  const groups = firstChunks(pages).toSorted((a, b) => b.priority - a.priority);
  return groups.map(({ name }) => name(id, bundle)).find((name) => name !== null) ?? null;
}

describe('the chunks of what is drawn first', () => {
  it('gives each page its own, and one to both', () => {
    expect(['page', 'list', 'row'].map(chunkOf)).toEqual(['page', 'page', 'page']);
    expect(['pick', 'pick-row'].map(chunkOf)).toEqual(['quick-pick', 'quick-pick']);
    expect(chunkOf('react')).toBe('shared');
  });

  it('has one for what the entries need, whatever else needs it, so that nothing larger has to come before they run', () => {
    expect(['state', 'ipc', 'helper', '\0vite/preload-helper.js'].map(chunkOf)).toEqual(Array(4).fill('start'));
  });

  it('leaves to the bundler the entries, and what no page imports at once', () => {
    expect(['page-entry', 'pick-entry', 'editor', 'form'].map(chunkOf)).toEqual(Array(4).fill(null));
  });
});
