import { CHANNELS, type Channel, type PushChannel, type Versioned } from '../../shared/ipc.ts';
import type { GivenText } from '../../shared/ipc-sharing.ts';
import type { AppSlices, AppState, Launcher } from '../../shared/model/app-state.ts';
import type { DraftFields } from '../../shared/model/draft.ts';
import type { HostTest } from '../../shared/model/host-test.ts';
import type { FoundSource } from '../../shared/model/importing.ts';
import { PRACTICE_ID, type Profile, summarise } from '../../shared/model/profile.ts';
import type { RunState } from '../../shared/model/run.ts';
import { DEFAULT_SETTINGS } from '../../shared/model/settings.ts';
import type { SshConfigPlan } from '../../shared/model/ssh-config.ts';
import type { Mark } from '../../shared/model/timeline.ts';
import { profilesText, travelling } from '../../shared/profiles-text.ts';
import { fail, ok, type Problem } from '../../shared/result.ts';
import { FACTS, LICENCES } from './about.ts';
import type { Answers } from './answers.ts';
import { FakeProfiles } from './fake-profiles.ts';
import { FakeSharing } from './fake-sharing.ts';
import { aProfile } from './profiles.ts';
import { OPEN_VAULT } from './vault.ts';

export type Send = (channel: PushChannel, message: Versioned<unknown>) => Promise<void>;

interface Start extends Partial<Omit<AppState, 'profiles' | 'revision'>> {
  readonly profiles?: readonly Profile[];
}

/** Stands in for main behind the page: keeps profiles, records what was asked, and sends what a test tells it to. */
export class FakeBridge {
  /** Every request that changes something or asks for it, in order. */
  readonly calls: { readonly channel: Channel; readonly args: readonly unknown[] }[] = [];
  /** Problems to answer with, by channel, in place of doing what was asked. */
  readonly refusals = new Map<Channel, readonly [Problem, ...Problem[]]>();
  /** Awaited before the snapshot is handed out: room for pushes that overtake it. */
  beforeSnapshot: () => Promise<void> = async () => {};
  /** Whose run the page looks at. */
  watched: string | null = null;
  /** What happened in the runs of the history, by their ids. */
  readonly marks = new Map<string, readonly Mark[]>();
  /** What editors hold, and whose it is. */
  readonly drafts = new Map<string, DraftFields>();
  /** What a test of a host finds; `null`: it goes on until {@link endHostTest}. */
  hostTest: HostTest | null = null;
  endHostTest: (test: HostTest) => void = () => {};
  /** What opens the vault. */
  passphrase: string | null = null;
  /** What the file dialog yields, and what there is on this computer. */
  importFile: GivenText | null = null;
  importFolder: readonly GivenText[] = [];
  found: readonly (FoundSource & GivenText)[] = [];
  clipboard = '';
  exportFile: string | null = '/home/ada/export.json';
  /** What each profile is called in the ssh configuration. */
  readonly sshAliases = new Map<string, string>();
  identityFile: string | null = '/home/ada/.ssh/id_ed25519';

  readonly #saved = new FakeProfiles(
    () => this.#profiles,
    (profiles) => this.#setProfiles(profiles),
  );
  /** Import and export: the real importer, over this bridge's profiles. */
  readonly #sharing = new FakeSharing(
    () => this.#profiles,
    (profiles) => this.#setProfiles(profiles),
    this,
  );
  #send: Send = async () => {};
  #profiles: readonly Profile[];
  #state: AppState;

  constructor(start: Start = {}) {
    const { profiles = [aProfile({ id: PRACTICE_ID, name: 'Practice server', host: '127.0.0.1' })], ...rest } = start;
    this.#profiles = profiles;
    this.#state = {
      revision: 1,
      platform: 'linux',
      language: 'en',
      version: '0.1.0',
      dataFolder: '/home/ada/.config/toctoc',
      drafts: [],
      runs: [],
      notices: [],
      launchers: LAUNCHERS,
      practice: { doorOpen: false, shutsAtMs: null, verdict: null },
      keptOpen: [],
      settings: DEFAULT_SETTINGS,
      wanted: null,
      timeline: null,
      history: [],
      vault: OPEN_VAULT,
      updates: { kind: 'deb', status: { phase: 'idle' } },
      importing: null,
      desktop: { autostart: { on: false, problem: null }, shortcutProblem: null },
      accent: null,
      ...rest,
      profiles: profiles.map(summarise),
    };
  }

  /** What the page is told when it asks. */
  get snapshot(): AppState {
    return this.#state;
  }

  connect(send: Send): void {
    this.#send = send;
  }

  /** Answers as the preload's `invoke` would. */
  async invoke(channel: string, args: readonly unknown[]): Promise<unknown> {
    const known = CHANNELS.find((name) => name === channel);
    if (known === undefined) return fail({ code: 'request-refused', params: { reason: channel } });
    if (!UNTOLD.has(known)) this.calls.push({ channel: known, args });
    const refusal = this.refusals.get(known);
    return refusal === undefined ? Reflect.apply(this.#answers[known], undefined, args) : fail(...refusal);
  }

  called(channel: Channel): readonly (readonly unknown[])[] {
    return this.calls.filter((call) => call.channel === channel).map(({ args }) => args);
  }

  /** Replaces a slice and sends it to the page. */
  async push<S extends keyof AppSlices>(slice: S, value: AppSlices[S], revision = this.#state.revision + 1) {
    const slices: Partial<AppSlices> = { [slice]: value };
    this.#state = { ...this.#state, ...slices, revision: Math.max(revision, this.#state.revision) };
    const channel: PushChannel = `state:${slice}`;
    await this.#send(channel, { revision, value: travelling(slices)[slice] });
  }

  /** Sends one run as its profile's newest. */
  async pushRun(run: RunState): Promise<void> {
    await this.push('runs', [...this.#state.runs.filter(({ profileId }) => profileId !== run.profileId), run]);
  }

  async #setProfiles(profiles: readonly Profile[]): Promise<void> {
    this.#profiles = profiles;
    await this.push('profiles', profiles.map(summarise));
  }

  readonly #answers: Answers = {
    'app:snapshot': async () => {
      const snapshot = this.#state;
      await this.beforeSnapshot();
      return ok({ ...snapshot, profiles: profilesText(snapshot.profiles) });
    },
    ...this.#saved.answers,
    'drafts:read': (key) => ok(this.drafts.get(key) ?? null),
    'drafts:keep': async ({ key, fields }) => {
      if (fields === null) this.drafts.delete(key);
      else this.drafts.set(key, fields);
      await this.push('drafts', [...this.drafts.keys()]);
      return ok(null);
    },
    'runs:start': () => ok('run-1'),
    'runs:try': () => ok('try-1'),
    'runs:start-many': () => ok(null),
    'runs:cancel': () => ok(null),
    'runs:keep-open': async ({ profileId, on }) => {
      const others = this.#state.keptOpen.filter((kept) => kept.profileId !== profileId);
      const minutes = this.#profiles.find(({ id }) => id === profileId)?.keepOpenMinutes ?? null;
      if (on && minutes === null) return fail({ code: 'keep-open-missing' });
      const nextAtMs = Date.now() + (minutes ?? 0) * 60_000;
      await this.push('keptOpen', on ? [...others, { profileId, nextAtMs }] : others);
      return ok(null);
    },
    'host:test': () =>
      new Promise((resolve) => {
        const end = (test: HostTest) => resolve(ok(test));
        if (this.hostTest === null) this.endHostTest = end;
        else end(this.hostTest);
      }),
    'host:test-cancel': () => {
      this.endHostTest({ result: 'cancelled' });
      return ok(null);
    },
    'runs:watch': ({ profileId }) => {
      this.watched = profileId;
      return ok(null);
    },
    'history:marks': (id) => {
      const marks = this.marks.get(id);
      return marks === undefined ? fail({ code: 'run-unknown' }) : ok(marks);
    },
    'history:clear': async () => {
      await this.push('history', []);
      return ok(null);
    },
    ...this.#sharing.answers,
    'notices:dismiss': async (id) => {
      await this.push(
        'notices',
        this.#state.notices.filter((notice) => notice.id !== id),
      );
      return ok(null);
    },
    'settings:change': async (change) => {
      await this.push('settings', { ...this.#state.settings, ...change });
      return ok(null);
    },
    'autostart:change': async ({ on }) => {
      await this.push('desktop', { ...this.#state.desktop, autostart: { on, problem: null } });
      return ok(null);
    },
    'quick-pick:done': () => ok(null),
    'window:drawn': () => ok(null),
    'wanted:done': async ({ serial }) => {
      if (this.#state.wanted?.serial === serial) await this.push('wanted', null);
      return ok(null);
    },
    'vault:unlock': async ({ passphrase }) => {
      if (passphrase !== this.passphrase) return fail({ code: 'passphrase-wrong' });
      await this.push('vault', { ...this.#state.vault, state: 'open', reason: null });
      return ok(null);
    },
    'vault:choose': async ({ mode }) => {
      await this.push('vault', { ...this.#state.vault, mode });
      return ok(null);
    },
    'vault:restart': () => ok(null),
    'vault:start-over': async () => {
      await this.push('vault', { ...this.#state.vault, state: 'open', mode: null, reason: null });
      return ok(null);
    },
    'launchers:detect': () => ok(this.#state.launchers ?? []),
    'ssh-config:look': ({ profileId, alias }) =>
      this.#saved.with(profileId, ({ id, name }): SshConfigPlan => {
        const called = alias ?? this.sshAliases.get(id) ?? name.toLowerCase().replaceAll(' ', '-');
        return {
          alias: called,
          added: this.sshAliases.has(id),
          block: `# ${name}\nHost ${called}\n  ProxyCommand toctoc connect --profile ${id}\n`,
          ownFile: '/home/ada/.ssh/toctoc.conf',
          configFile: '/home/ada/.ssh/config',
          include: this.sshAliases.size === 0 ? 'Include toctoc.conf' : null,
        };
      }),
    'ssh-config:add': ({ profileId, alias }) => {
      this.sshAliases.set(profileId, alias);
      return ok(null);
    },
    'ssh-config:remove': (id) => {
      this.sshAliases.delete(id);
      return ok(null);
    },
    'dialogs:identity-file': () => ok(this.identityFile),
    'dialogs:save-text': ({ name }) => ok(`/home/ann/${name}`),
    'data-folder:open': () => ok(null),
    'updates:check': async () => {
      await this.push('updates', { ...this.#state.updates, status: { phase: 'checking' } });
      return ok(null);
    },
    'updates:download': () => ok(null),
    'updates:install': () => ok(null),
    'updates:page': () => ok(null),
    'about:facts': () => ok(FACTS),
    'about:licences': () => ok(LICENCES),
    'about:open': () => ok(null),
    'clipboard:write': () => ok(null),
  };
}

/** What the page says by itself: the first snapshot, that it is drawn, where it looks, and what it keeps. */
const UNTOLD: ReadonlySet<Channel> = new Set<Channel>([
  'app:snapshot',
  'window:drawn',
  'runs:watch',
  'drafts:read',
  'drafts:keep',
  'host:test-cancel',
]);

const LAUNCHERS: readonly Launcher[] = [
  { client: 'ssh', id: 'gnome-terminal', name: 'GNOME Terminal' },
  { client: 'ssh', id: 'xterm', name: 'xterm' },
];
