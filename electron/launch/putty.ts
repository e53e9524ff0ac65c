import { fail, ok, type Problem, type Result } from '../../shared/result.ts';
import { isAddress, type LaunchSource, launchProblems, portOf } from './checks.ts';

/**
 * The arguments for PuTTY and KiTTY (PuTTY manual, 3.11). A session's name is never taken for an option or for the
 * `@session` shorthand; the address that was knocked comes last, while `-loghost` keeps host keys going by the name.
 *
 * @param address the very address that was knocked
 */
export function puttyArguments(source: LaunchSource, address: string): Result<readonly string[]> {
  const { host, launch } = source;
  const problems: Problem[] = [...launchProblems(source, address)];
  if (/^[-@]|\p{Cc}/u.test(launch.session)) problems.push({ code: 'session-name', field: 'launch.session' });
  const [first, ...rest] = problems;
  if (first !== undefined) return fail(first, ...rest);
  const port = portOf(source);
  return ok([
    ...(launch.session === '' ? [] : ['-load', launch.session]),
    // A loaded session may be of another protocol.
    '-ssh',
    ...(isAddress(host) ? [] : ['-loghost', `${host}:${port}`]),
    ...['-P', String(port)],
    ...(launch.user === '' ? [] : ['-l', launch.user]),
    ...(launch.identityFile === '' ? [] : ['-i', launch.identityFile]),
    address,
  ]);
}
