/** Where a program of Windows is found when it is not in `PATH`. */
export interface WindowsProgram {
  /** Folders it installs itself to, below `Program Files` or `%LocalAppData%\Programs`. */
  readonly folders: readonly string[];
  /** A folder below the system's own, for what comes with Windows. */
  readonly system?: string;
  /** How the name in the list of installed programs begins. */
  readonly displayName?: string;
  /** Where portable copies keep it: `{beside}` is the folder of our own portable file. */
  readonly portable?: readonly string[];
}

/** The programs we start, by name without `.exe`. `wt` is a Store alias: it is in no list but its folder. */
export const WINDOWS_PROGRAMS: Readonly<Record<string, WindowsProgram>> = {
  ssh: { folders: ['OpenSSH', 'Git\\usr\\bin'], system: 'System32\\OpenSSH' },
  conhost: { folders: [], system: 'System32' },
  mstsc: { folders: [], system: 'System32' },
  wt: { folders: ['Windows Terminal'] },
  putty: {
    folders: ['PuTTY'],
    displayName: 'PuTTY',
    portable: ['{beside}', '{beside}\\PuTTY', '{beside}\\..\\PuTTYPortable\\App\\putty'],
  },
  kitty: {
    folders: ['KiTTY'],
    displayName: 'KiTTY',
    portable: ['{beside}', '{beside}\\KiTTY', '{beside}\\..\\KiTTYPortable\\App\\KiTTY'],
  },
  winscp: {
    folders: ['WinSCP'],
    displayName: 'WinSCP',
    portable: ['{beside}', '{beside}\\WinSCP', '{beside}\\..\\WinSCPPortable\\App\\winscp'],
  },
  filezilla: { folders: ['FileZilla FTP Client'], displayName: 'FileZilla' },
  mobaxterm: {
    folders: ['Mobatek\\MobaXterm'],
    displayName: 'MobaXterm',
    portable: ['{beside}', '{beside}\\MobaXterm'],
  },
};
