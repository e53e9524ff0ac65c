let hungUp = false;

/** Whether the terminal was closed: what was one may answer nothing any more, nor be put back to how it was. */
export function isHungUp(): boolean {
  return hungUp;
}

/**
 * A signal that Ctrl+C, a polite `kill` or a closed terminal aborts: the run ends as cancelled, with its sockets closed
 * and its lock given back. (Node sets SIGHUP to its default when it starts, so that `nohup` never kept a Node program.)
 */
export function interruptSignal(): AbortSignal {
  const abort = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(name, () => {
      hungUp ||= name === 'SIGHUP';
      abort.abort();
    });
  }
  return abort.signal;
}
