import { type ComponentType, lazy, Suspense, useState } from 'react';

const preloads: (() => Promise<unknown>)[] = [];

/**
 * A component whose code is not part of the first drawing: it is fetched by {@link loadTheRest}, or when it is first
 * drawn, whichever comes first. Once it is there, it is drawn at once like any other.
 *
 * @param load such as `async () => (await import('./settings-page.tsx')).SettingsPage`
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | null = null;
  const get = async () => {
    loaded ??= await load();
    return loaded;
  };
  const Waiting = lazy(async () => ({ default: await get() }));
  preloads.push(get);
  // biome-ignore lint/correctness/noComponentHookFactories: called once per component, when the module is loaded.
  return function Later(props: P) {
    // For as long as it is drawn: a change of the component’s type would make it forget what it holds.
    const [Component] = useState<ComponentType<P>>(() => loaded ?? Waiting);
    return (
      <Suspense fallback={null}>
        <Component {...props} />
      </Suspense>
    );
  };
}

/** Fetches what was left out, one after the other, whenever the page has nothing else to do. */
export async function loadTheRest(idle: () => Promise<void>): Promise<void> {
  for (const preload of preloads.splice(0)) {
    await idle();
    await preload();
  }
}
