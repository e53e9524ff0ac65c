/** A module as rolldown tells of it. */
interface Bundle {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/**
 * Chunks of what the pages draw first, so that each starts on two files instead of a chain of small ones: `shared` is
 * what several need at once, and the rest of each has its own name. What is only imported dynamically is left to the
 * bundler.
 *
 * @param pages the name of each page, and where its script begins
 */
export function firstChunks(pages: Readonly<Record<string, string>>) {
  let reached: ReadonlyMap<string, ReadonlySet<string>> | null = null;
  const pagesOf = (id: string, bundle: Bundle): readonly string[] => {
    reached ??= new Map(Object.entries(pages).map(([name, entry]) => [name, reach(entry, bundle)]));
    return [...reached].filter(([, ids]) => ids.has(id)).map(([name]) => name);
  };
  return [
    {
      debugName: 'shared',
      // First: a group takes what its modules import along.
      priority: 2,
      name: (id: string, bundle: Bundle) => (pagesOf(id, bundle).length > 1 ? 'shared' : null),
    },
    { debugName: 'pages', priority: 1, name: (id: string, bundle: Bundle) => pagesOf(id, bundle)[0] ?? null },
  ];
}

/** All that a script imports at once, itself included. */
function reach(entry: string, bundle: Bundle): ReadonlySet<string> {
  const found = new Set([entry]);
  // A set is walked to its end, with what is added on the way.
  for (const id of found) for (const next of bundle.getModuleInfo(id)?.importedIds ?? []) found.add(next);
  return found;
}
