import type { Problem } from '../../shared/result.ts';

/** A problem on its way up through `await`; caught at the top of a run, never crosses a process. */
export class KnockError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, cause?: unknown) {
    super(problem.code, { cause });
    this.problem = problem;
  }
}

/** The `code` of a system error, such as `ENETUNREACH`. */
export function errorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : String(error);
}

/** Whether it was the source that the system refused. Node names the system call in `syscall`. */
function isOfBind(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'bind';
}

/** Why a packet did not leave. */
export function sendProblem(error: unknown, address: string, source: string): Problem {
  const code = errorCode(error);
  switch (code) {
    case 'ENETUNREACH':
    case 'ENETDOWN':
    case 'EAFNOSUPPORT':
      return { code: 'network-unreachable', params: { address } };
    case 'EHOSTUNREACH':
    case 'EHOSTDOWN':
      return { code: 'host-unreachable', params: { address } };
    case 'EACCES':
    case 'EPERM':
      return { code: 'send-not-permitted', params: { address } };
    case 'EADDRNOTAVAIL':
    case 'EINVAL':
      // Both also come of a route (Linux: a blackhole), and then say nothing against the source.
      return source !== '' && isOfBind(error)
        ? { code: 'source-not-available', field: 'source', params: { source } }
        : { code: 'network-unreachable', params: { address } };
    // Of a port that the system was to choose: it has none left.
    case 'EADDRINUSE':
    case 'EMFILE':
    case 'ENFILE':
    case 'ENOBUFS':
      return { code: 'too-many-sockets' };
    default:
      return { code: 'send-failed', params: { address, reason: code } };
  }
}

/** Why a name has no address. */
export function lookupProblem(error: unknown, host: string): Problem {
  switch (errorCode(error)) {
    case 'ENOTFOUND':
    case 'ENODATA':
    case 'EAI_NONAME':
      return { code: 'name-not-found', field: 'host', params: { host } };
    default:
      return { code: 'name-lookup-failed', field: 'host', params: { host } };
  }
}
