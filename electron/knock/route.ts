import type { Address } from './resolve.ts';

/**
 * The local address that packets to `target` leave from at this moment, `null` where there is no route. Nothing is
 * sent: connecting a UDP socket makes the system look up its routes (RFC 1122, 4.1.4), and that is all.
 */
export async function sourceTowards(target: Address, localAddress: string | undefined): Promise<string | null> {
  // Loaded here: a knock that nothing follows does not ask.
  const { createSocket } = await import('node:dgram');
  return new Promise((resolve) => {
    const socket = createSocket(target.family === 4 ? 'udp4' : 'udp6');
    const answer = (address: string | null) => {
      socket.close();
      resolve(address);
    };
    socket.once('error', () => answer(null)).once('connect', () => answer(socket.address().address));
    // Any port will do: it takes no part in choosing the route. A callback would be told of errors instead of 'error'.
    const connect = () => socket.connect(1, target.address);
    if (localAddress === undefined) connect();
    else socket.bind({ port: 0, address: localAddress }, connect);
  });
}
