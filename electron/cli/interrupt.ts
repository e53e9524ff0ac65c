/** A signal that Ctrl+C or a polite `kill` aborts: the run ends as cancelled, with its sockets closed. */
export function interruptSignal(): AbortSignal {
  const abort = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => abort.abort());
  return abort.signal;
}
