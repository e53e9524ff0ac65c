/** A module as rolldown tells of it. */
interface Bundle {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/** A page's scripts, by path: the first one of its document, and the one that draws it, which that imports dynamically. */
export interface PageScripts {
  readonly entry: string;
  readonly draws: string;
}

/** What the bundler itself puts around an `import()`. Left to itself it lies with what it would load. */
const IMPORTER = '\0vite/preload-helper.js';

/**
 * Chunks of what the pages draw first, so that each starts on a few files instead of a chain of small ones: `start` is
 * what the entries need, `shared` is what several pages are drawn with, and the rest of each has its own name. What is
 * only imported dynamically by these is left to the bundler.
 *
 * @param pages by the name that the page's chunk gets
 */
export function firstChunks(pages: Readonly<Record<string, PageScripts>>) {
  const entries = new Set(Object.values(pages).map(({ entry }) => entry));
  let start: ReadonlySet<string> | null = null;
  let reached: ReadonlyMap<string, ReadonlySet<string>> | null = null;
  const isStart = (id: string, bundle: Bundle): boolean => {
    start ??= reach([IMPORTER, ...entries], bundle);
    return start.has(id) && !entries.has(id);
  };
  const pagesOf = (id: string, bundle: Bundle): readonly string[] => {
    reached ??= new Map(Object.entries(pages).map(([name, { draws }]) => [name, reach([draws], bundle)]));
    return [...reached].filter(([, ids]) => ids.has(id)).map(([name]) => name);
  };
  return [
    // In this order: a group takes what its modules import along.
    { debugName: 'start', priority: 3, name: (id: string, bundle: Bundle) => (isStart(id, bundle) ? 'start' : null) },
    {
      debugName: 'shared',
      priority: 2,
      name: (id: string, bundle: Bundle) => (pagesOf(id, bundle).length > 1 ? 'shared' : null),
    },
    { debugName: 'pages', priority: 1, name: (id: string, bundle: Bundle) => pagesOf(id, bundle)[0] ?? null },
  ];
}

/** All that scripts import at once, themselves included. */
function reach(scripts: readonly string[], bundle: Bundle): ReadonlySet<string> {
  const found = new Set(scripts);
  // A set is walked to its end, with what is added on the way.
  for (const id of found) for (const next of bundle.getModuleInfo(id)?.importedIds ?? []) found.add(next);
  return found;
}
