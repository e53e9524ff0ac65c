import type { Plugin } from 'vite';

/** What of a chunk says what it needs. */
interface Chunk {
  readonly type: 'chunk';
  readonly code: string;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
}

/** The files of a build by name; what is no chunk is a style sheet or a picture. */
type Files = Readonly<Record<string, Chunk | { readonly type: 'asset' }>>;

/**
 * Has a page fetch all scripts that it is drawn with as soon as it is there, not each when another one asks for it: also
 * those that its first script imports dynamically.
 */
export function preloadFirst(): Plugin {
  return {
    name: 'preload-first',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle, chunk }) =>
        bundle === undefined || chunk === undefined
          ? []
          : firstFiles(chunk.fileName, bundle).map((file) => ({
              tag: 'link',
              attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
              injectTo: 'head' as const,
            })),
    },
  };
}

/** The files that an entry is drawn with, apart from itself; the largest first, for it is what the others wait for. */
export function firstFiles(entry: string, files: Files): readonly string[] {
  const chunkOf = (file: string) => {
    const found = files[file];
    return found?.type === 'chunk' ? found : undefined;
  };
  const found = new Set([entry, ...(chunkOf(entry)?.dynamicImports ?? [])]);
  // A set is walked to its end, with what is added on the way.
  for (const file of found) for (const next of chunkOf(file)?.imports ?? []) found.add(next);
  found.delete(entry);
  const size = (file: string) => chunkOf(file)?.code.length ?? 0;
  return [...found].toSorted((one, other) => size(other) - size(one));
}
