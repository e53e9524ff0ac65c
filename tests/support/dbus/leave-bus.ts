import type { MessageBus } from 'dbus-next';

/** Leaves the bus. What still comes in is dropped: an answer would find the stream closed, and throw into some test. */
export function leaveBus(bus: MessageBus): void {
  bus.addMethodHandler(() => true);
  bus.disconnect();
}
