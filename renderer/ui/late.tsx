import { type ReactNode, Suspense } from 'react';

/** Around a page that is loaded when it is wanted: from the app's own archive, so there is nothing to say meanwhile. */
export function Late({ children }: { readonly children: ReactNode }) {
  return <Suspense fallback={null}>{children}</Suspense>;
}
