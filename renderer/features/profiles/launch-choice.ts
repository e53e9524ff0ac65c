import type { TFunction } from 'i18next';
import type { AppState, Launcher } from '../../../shared/model/app-state.ts';
import { DESKTOP_TERMINAL, LAUNCH_CLIENTS, type LaunchTarget } from '../../../shared/model/launch.ts';

type Client = LaunchTarget['client'];

/** The editor's fields that say how a client is started. */
export type LaunchField =
  | 'user'
  | 'sshPort'
  | 'identityFile'
  | 'session'
  | 'terminalProfile'
  | 'command'
  | 'jumpHost'
  | 'options';

const FIELDS: Readonly<Record<Client, readonly LaunchField[]>> = {
  none: [],
  ssh: ['user', 'sshPort', 'identityFile', 'terminalProfile', 'jumpHost', 'options'],
  putty: ['user', 'sshPort', 'identityFile', 'session'],
  kitty: ['user', 'sshPort', 'identityFile', 'session'],
  winscp: ['user', 'sshPort', 'identityFile'],
  mstsc: ['sshPort'],
  sftp: ['user', 'sshPort'],
  ftp: ['user', 'sshPort'],
  https: ['sshPort'],
  custom: ['command', 'user', 'sshPort', 'identityFile'],
};

/** The fields that a client has any use for. */
export function fieldsOf(client: Client): readonly LaunchField[] {
  return FIELDS[client];
}

/** Clients and terminals share one list: a client is written `client:putty`, a terminal by its id. */
const CLIENT = 'client:';

/** A launch as one choice of the list: `none`, `auto`, a terminal's id, or a client. */
export function choiceOf({ client, terminal }: Pick<LaunchTarget, 'client' | 'terminal'>): string {
  if (client === 'none') return 'none';
  return client === 'ssh' ? terminal : `${CLIENT}${client}`;
}

/** The other way round; an id of no client is a terminal's. */
export function readChoice(choice: string): Pick<LaunchTarget, 'client' | 'terminal'> {
  if (choice === 'none') return { client: 'none', terminal: 'auto' };
  const client = LAUNCH_CLIENTS.find((known) => choice === `${CLIENT}${known}`);
  return client === undefined ? { client: 'ssh', terminal: choice } : { client, terminal: 'auto' };
}

/** What needs nothing that Toctoc could look for: the system knows who opens a link, the person what a command needs. */
const ALWAYS = ['sftp', 'ftp', 'https', 'custom'] as const;

/** In a sentence: main names programs as they name themselves, and the desktop's choice has no such name. */
function nameOf(t: TFunction, { id, name }: Launcher): string {
  return id === DESKTOP_TERMINAL ? t('launching.desktopTerminal') : name;
}

/** A line of a select field. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

/** The choices, and the one that is chosen though it is not installed, or has not been found yet. */
export function launchOptions(
  t: TFunction,
  { launchers, platform }: Pick<AppState, 'launchers' | 'platform'>,
  choice: string,
): readonly Option[] {
  const found = launchers ?? [];
  const first = found.find(({ client }) => client === 'ssh');
  const options: readonly Option[] = [
    { value: 'none', label: t('editor.launchNone') },
    {
      value: 'auto',
      label: first === undefined ? t('editor.launchAuto') : t('editor.launchAutoNamed', { name: nameOf(t, first) }),
    },
    ...found.map((launcher) => ({
      value: choiceOf({ client: launcher.client, terminal: launcher.id }),
      label: launcher.client === 'ssh' ? t('editor.launchIn', { name: nameOf(t, launcher) }) : launcher.name,
    })),
    ...ALWAYS.map((client) => ({ value: `${CLIENT}${client}`, label: t(`launching.${client}`) })),
  ];
  if (options.some(({ value }) => value === choice))
    return platform === 'macos' || launchers === null ? options : [...options, ...wanting(t, options)];
  return [...options, { value: choice, label: unlisted(t, choice, launchers !== null) }];
}

/** A choice that is not in the list. Only who has looked can say that it is not installed. */
function unlisted(t: TFunction, choice: string, looked: boolean): string {
  const { client, terminal } = readChoice(choice);
  if (client === 'ssh' || client === 'none')
    return looked ? t('editor.launchMissing', { id: terminal }) : t('editor.launchIn', { name: terminal });
  const name = t(`launching.${client}`);
  return looked ? t('launching.missing', { name }) : name;
}

/** Who looks for PuTTY and finds nothing of it would look for where it is hidden. */
function wanting(t: TFunction, options: readonly Option[]): readonly Option[] {
  const value = `${CLIENT}putty`;
  if (options.some((option) => option.value === value)) return [];
  return [{ value, label: t('launching.missing', { name: t('launching.putty') }), disabled: true }];
}

/** What a profile says will happen once its door is open. */
export function nextStep(t: TFunction, client: Client): string {
  switch (client) {
    case 'none':
      return t('profile.nextNothing');
    case 'ssh':
      return t('launching.next.ssh');
    case 'sftp':
    case 'ftp':
    case 'https':
      return t('launching.next.link', { scheme: `${client}://` });
    case 'custom':
      return t('launching.next.custom');
    default:
      return t('launching.next.program', { name: t(`launching.${client}`) });
  }
}
