/**
 * A signal that Ctrl+C, a polite `kill` or a closed terminal aborts: the run ends as cancelled, with its sockets closed
 * and its lock given back. (Node sets SIGHUP to its default when it starts, so that `nohup` never kept a Node program.)
 */
export function interruptSignal(): AbortSignal {
  const abort = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => abort.abort());
  return abort.signal;
}
