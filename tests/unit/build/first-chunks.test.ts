import { describe, expect, it } from 'vitest';
import { firstChunks } from '../../../build/first-chunks.ts';

/** Which module imports which, at once; `editor` is imported dynamically, by nobody here. */
const imports: Readonly<Record<string, readonly string[]>> = {
  page: ['list', 'react'],
  pick: ['react', 'pick-row'],
  list: ['row', 'page'],
  row: ['react'],
  editor: ['row', 'form'],
};

const bundle = { getModuleInfo: (id: string) => ({ importedIds: imports[id] ?? [] }) };

function chunkOf(id: string): string | null {
  const groups = firstChunks({ page: 'page', 'quick-pick': 'pick' }).toSorted((a, b) => b.priority - a.priority);
  return groups.map(({ name }) => name(id, bundle)).find((name) => name !== null) ?? null;
}

describe('the chunks of what is drawn first', () => {
  it('gives each page its own, and one to both', () => {
    expect(['page', 'list', 'row'].map(chunkOf)).toEqual(['page', 'page', 'page']);
    expect(['pick', 'pick-row'].map(chunkOf)).toEqual(['quick-pick', 'quick-pick']);
    expect(chunkOf('react')).toBe('shared');
  });

  it('leaves to the bundler what no page imports at once', () => {
    expect(['editor', 'form'].map(chunkOf)).toEqual([null, null]);
  });
});
