import { setTimeout as sleep } from 'node:timers/promises';
import dbus, { type MessageBus } from 'dbus-next';
import { leaveBus } from './leave-bus.ts';
import { call, connect, property, unwrapped } from './session-bus.ts';

const NAME = 'org.kde.StatusNotifierWatcher';
const ITEM = 'org.kde.StatusNotifierItem';
const MENU = 'com.canonical.dbusmenu';
/** The app builds its menu at most every 400 ms: after so many looks, 100 ms apart, an entry is not there. */
const TRIES = 50;

/** An entry of a tray's menu as the panel gets it. */
export interface MenuEntry {
  readonly id: number;
  /** As the panel draws it: without the marks for the letter to underline. */
  readonly label: string;
  readonly enabled: boolean;
  readonly entries: readonly MenuEntry[];
}

/** What a panel is to the programs: the place where their tray icons register. */
class Watcher extends dbus.interface.Interface {
  readonly items: string[] = [];

  RegisterStatusNotifierItem(service: string): void {
    this.items.push(service);
  }
  RegisterStatusNotifierHost(): void {}
  get RegisteredStatusNotifierItems(): string[] {
    return this.items;
  }
  get IsStatusNotifierHostRegistered(): boolean {
    return true;
  }
  get ProtocolVersion(): number {
    return 0;
  }
}

Watcher.configureMembers({
  methods: {
    RegisterStatusNotifierItem: { inSignature: 's', outSignature: '' },
    RegisterStatusNotifierHost: { inSignature: 's', outSignature: '' },
  },
  properties: {
    RegisteredStatusNotifierItems: { signature: 'as', access: 'read' },
    IsStatusNotifierHostRegistered: { signature: 'b', access: 'read' },
    ProtocolVersion: { signature: 'i', access: 'read' },
  },
});

/** A panel of the tests' own, on the session bus: it reads tray icons and their menus, and clicks in them. */
export class TrayWatcher {
  readonly #bus: MessageBus;
  readonly #watcher: Watcher;

  private constructor(bus: MessageBus, watcher: Watcher) {
    this.#bus = bus;
    this.#watcher = watcher;
  }

  /** Start it before the app: a tray icon that finds no panel waits for one. */
  static async start(): Promise<TrayWatcher> {
    const bus = connect();
    const watcher = new Watcher(NAME);
    bus.export('/StatusNotifierWatcher', watcher);
    await bus.requestName(NAME, 0);
    return new TrayWatcher(bus, watcher);
  }

  /** How many icons have registered so far. */
  get count(): number {
    return this.#watcher.items.length;
  }

  /** The menu as it is now; empty while there is no icon. */
  async menu(): Promise<readonly MenuEntry[]> {
    const at = await this.#menuAt();
    if (at === null) return [];
    // Panels say so before they draw; Chromium answers with an error for a menu that is not the menu bar's.
    await call(this.#bus, { ...at, member: 'AboutToShow' }, 'i', [0]).catch(() => []);
    // The app that had it may end meanwhile.
    const [, root] = await call(this.#bus, { ...at, member: 'GetLayout' }, 'iias', [0, -1, []]).catch(() => []);
    return entryOf(root).entries;
  }

  /** The labels of the menu's first level. */
  async labels(): Promise<readonly string[]> {
    return (await this.menu()).map(({ label }) => label);
  }

  /**
   * Clicks the entry that is found by this way through the menu. One that was built anew between the look and the click
   * answers that it has no such entry: then it is looked for again.
   */
  async click(...path: readonly string[]): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        const press = await this.find(...path);
        return await press();
      } catch (error) {
        if (tries === TRIES) throw error;
        await sleep(100);
      }
    }
  }

  /** The same in two steps: what it answers with clicks. */
  async find(...path: readonly string[]): Promise<() => Promise<void>> {
    const at = await this.#menuAt();
    const entry = path.reduce<MenuEntry | undefined>(
      (menu, label) => menu?.entries.find((one) => one.label === label),
      { id: 0, label: '', enabled: true, entries: await this.menu() },
    );
    if (at === null || entry === undefined) throw new Error(`The tray's menu has no ${path.join(' > ')}.`);
    const body = [entry.id, 'clicked', new dbus.Variant('s', ''), 0];
    return async () => {
      // A click on Quit is answered by the end of the program.
      await call(this.#bus, { ...at, member: 'Event' }, 'isvu', body).catch((error: unknown) => {
        if (!String(error).includes('disconnected')) throw error;
      });
    };
  }

  /** The icon's words, and its picture as text that can be compared. */
  async icon(): Promise<{ readonly toolTip: string; readonly picture: string } | null> {
    const item = this.#item();
    if (item === null) return null;
    const picture = await property(this.#bus, item, 'IconPixmap');
    const toolTip = await property(this.#bus, item, 'ToolTip');
    return { toolTip: JSON.stringify(toolTip), picture: JSON.stringify(picture) };
  }

  stop(): void {
    leaveBus(this.#bus);
  }

  #item(): { readonly destination: string; readonly path: string; readonly interface: string } | null {
    const service = this.#watcher.items.at(-1);
    if (service === undefined) return null;
    const at = service.indexOf('/');
    const [destination, path] = at < 0 ? [service, '/StatusNotifierItem'] : [service.slice(0, at), service.slice(at)];
    return { destination, path, interface: ITEM };
  }

  async #menuAt() {
    const item = this.#item();
    // The app that had it may have ended meanwhile.
    const path = item === null ? null : await property(this.#bus, item, 'Menu').catch(() => null);
    if (item === null || typeof path !== 'string') return null;
    return { destination: item.destination, path, interface: MENU };
  }
}

/** `(ia{sv}av)`: number, properties, entries below. */
function entryOf(node: unknown): MenuEntry {
  const [id, properties, below]: unknown[] = Array.isArray(node) ? node : [];
  const read = (key: string): unknown =>
    unwrapped(typeof properties === 'object' && properties !== null ? Reflect.get(properties, key) : undefined);
  return {
    id: Number(id),
    label: read('type') === 'separator' ? '—' : String(read('label') ?? '').replace(/_(.?)/g, '$1'),
    enabled: read('enabled') !== false,
    entries: Array.isArray(below) ? below.map((entry) => entryOf(unwrapped(entry))) : [],
  };
}
