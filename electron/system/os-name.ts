/** What names an operating system, as read where it runs. */
export interface OsFacts {
  readonly platform: NodeJS.Platform;
  /** Of Node: on Windows its name (`Windows 11 Pro`), elsewhere the kernel's build. */
  readonly version: string;
  /** Of Electron: on macOS the version that people know (`15.2`). */
  readonly systemVersion: string;
  /** The text of Linux' os-release file; `null`: there is none. */
  readonly osRelease: string | null;
}

/** Where os-release lies, the first that is there (os-release(5), freedesktop.org). */
export const OS_RELEASE = ['/etc/os-release', '/usr/lib/os-release'] as const;

/** The system's name and version, as its people call it. */
export function osName({ platform, version, systemVersion, osRelease }: OsFacts): string {
  if (platform === 'darwin') return `macOS ${systemVersion}`;
  if (platform === 'win32') return version;
  // Values may stand in quotes, in which a shell would read a few characters after a backslash.
  const line = /^PRETTY_NAME=(["']?)(.*)\1\s*$/m.exec(osRelease ?? '');
  return line?.[2]?.replace(/\\(["'$`\\])/g, '$1') || 'Linux';
}

/** Desktop and display of a session on Linux (XDG_CURRENT_DESKTOP may list several); `null` where it names neither. */
export function desktopName(env: NodeJS.ProcessEnv): string | null {
  const names = [env['XDG_CURRENT_DESKTOP']?.replaceAll(':', '/'), env['XDG_SESSION_TYPE']].filter(Boolean);
  return names.length === 0 ? null : names.join(', ');
}
