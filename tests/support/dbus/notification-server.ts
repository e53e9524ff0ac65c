import dbus, { type MessageBus } from 'dbus-next';
import { leaveBus } from './leave-bus.ts';
import { connect } from './session-bus.ts';

const NAME = 'org.freedesktop.Notifications';

/** A notification as a desktop gets it. */
export interface Shown {
  readonly id: number;
  readonly summary: string;
  readonly body: string;
}

class Server extends dbus.interface.Interface {
  readonly shown: Shown[] = [];
  #next = 1;

  Notify(_app: string, replaces: number, _icon: string, summary: string, body: string): number {
    const id = replaces || this.#next++;
    this.shown.push({ id, summary, body });
    return id;
  }
  CloseNotification(id: number): void {
    this.NotificationClosed(id, 3);
  }
  GetCapabilities(): string[] {
    return ['body', 'actions', 'body-markup'];
  }
  GetServerInformation(): string[] {
    return ['toctoc-tests', 'toctoc', '1.0', '1.2'];
  }
  NotificationClosed(id: number, reason: number): number[] {
    return [id, reason];
  }
  ActionInvoked(id: number, action: string): (number | string)[] {
    return [id, action];
  }
}

Server.configureMembers({
  methods: {
    Notify: { inSignature: 'susssasa{sv}i', outSignature: 'u' },
    CloseNotification: { inSignature: 'u', outSignature: '' },
    GetCapabilities: { outSignature: 'as' },
    GetServerInformation: { outSignature: 'ssss' },
  },
  signals: { NotificationClosed: { signature: 'uu' }, ActionInvoked: { signature: 'us' } },
});

/** The desktop's notification service in the tests' own session: it keeps what it is given, and clicks. */
export class NotificationServer {
  readonly #bus: MessageBus;
  readonly #server: Server;

  private constructor(bus: MessageBus, server: Server) {
    this.#bus = bus;
    this.#server = server;
  }

  static async start(): Promise<NotificationServer> {
    const bus = connect();
    const server = new Server(NAME);
    bus.export('/org/freedesktop/Notifications', server);
    await bus.requestName(NAME, 0);
    return new NotificationServer(bus, server);
  }

  get shown(): readonly Shown[] {
    return this.#server.shown;
  }

  click(id: number): void {
    this.#server.ActionInvoked(id, 'default');
  }

  stop(): void {
    leaveBus(this.#bus);
  }
}
