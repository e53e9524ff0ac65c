import dbus, { type MessageBus } from 'dbus-next';

/** A connection to the session bus of the tests: see tests/support/desktop.ts. */
export function connect(): MessageBus {
  return dbus.sessionBus();
}

/** Calls a method of another program and returns what it answers. */
export async function call(
  bus: MessageBus,
  to: { readonly destination: string; readonly path: string; readonly interface: string; readonly member: string },
  signature = '',
  body: readonly unknown[] = [],
): Promise<readonly unknown[]> {
  const answer = await bus.call(new dbus.Message({ ...to, signature, body: [...body] }));
  return answer?.body ?? [];
}

/** A property of another program's object, unwrapped. */
export async function property(
  bus: MessageBus,
  { destination, path, interface: name }: { destination: string; path: string; interface: string },
  key: string,
): Promise<unknown> {
  const to = { destination, path, interface: 'org.freedesktop.DBus.Properties', member: 'Get' };
  const [value] = await call(bus, to, 'ss', [name, key]);
  return unwrapped(value);
}

/** The value in a variant, or what was not in one. */
export function unwrapped(value: unknown): unknown {
  return value instanceof dbus.Variant ? value.value : value;
}
