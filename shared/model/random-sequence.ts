import { type Knock, knocksOf, type Protocol, type Sequence } from './sequence.ts';

/** A new sequence has this many knocks: some 60 bits of chance. */
export const KNOCKS = 4;

/** Fills an array with random numbers: `crypto.getRandomValues`, of the page as of Node. */
export type RandomWords = (words: Uint32Array<ArrayBuffer>) => Uint32Array;

/** Privileged ports are where services listen, and some networks let nothing else pass. */
const FIRST_PORT = 1025;
/**
 * From here on Linux takes ports for its own outgoing connections (`net.ipv4.ip_local_port_range`): the server's name
 * servers, among others, would be knocking.
 */
export const EPHEMERAL_FROM = 32_768;
/** Two knocks are at least this far apart, so that neither a scan of a small range nor a slip of the finger comes near. */
const NEIGHBOURS = 16;

/** Ports that tutorials knock on; a scanner tries them first. */
export const TUTORIAL_PORTS: ReadonlySet<number> = new Set([
  1111, 2222, 3333, 4444, 5555, 6666, 7777, 8888, 9999, 1234, 2345, 3456, 4567, 5678, 6789, 12345, 23456, 54321, 24680,
  13579, 7000, 8000, 9000, 10000, 20000, 30000, 1337, 31337, 7001, 8001, 9001, 7002, 7003, 571, 290, 911,
]);

/** Where well-known services listen, above the privileged ports (IANA, and what Linux servers commonly run). */
const SERVICE_PORTS: ReadonlySet<number> = new Set([
  1080, 1194, 1433, 1434, 1521, 1701, 1723, 1812, 1813, 1883, 1900, 2049, 2082, 2083, 2086, 2087, 2095, 2096, 2181,
  2375, 2376, 2377, 2379, 2380, 3000, 3128, 3260, 3268, 3306, 3389, 3478, 3690, 4000, 4022, 4200, 4369, 4500, 4789,
  5000, 5001, 5004, 5060, 5061, 5173, 5222, 5269, 5349, 5353, 5355, 5432, 5601, 5671, 5672, 5683, 5900, 5901, 5984,
  5985, 5986, 6000, 6379, 6443, 6667, 6697, 6881, 7474, 7946, 8006, 8008, 8022, 8080, 8081, 8083, 8086, 8088, 8089,
  8090, 8096, 8123, 8140, 8200, 8333, 8384, 8443, 8500, 8554, 8600, 8728, 8883, 9022, 9042, 9050, 9051, 9080, 9090,
  9091, 9092, 9093, 9100, 9117, 9200, 9300, 9418, 9443, 9981, 10050, 10051, 10250, 11211, 11371, 15672, 16509, 17500,
  19132, 19999, 21027, 22000, 25565, 25575, 26257, 27015, 27017, 27018, 28015, 28017, 32400,
]);

/** Whether something well known listens on this port, or it is one that only root may listen on. */
export function isServicePort(port: number): boolean {
  return port < FIRST_PORT || SERVICE_PORTS.has(port);
}

let ports: readonly number[] | null = null;

/** Every port that may be knocked on: thirty thousand, made when they are first asked for. */
function allPorts(): readonly number[] {
  ports ??= Array.from({ length: EPHEMERAL_FROM - FIRST_PORT }, (_, at) => FIRST_PORT + at).filter(
    (port) => !SERVICE_PORTS.has(port) && !TUTORIAL_PORTS.has(port),
  );
  return ports;
}

/**
 * Two protocols make a sequence longer to guess, and no scan sends both in turn. Ports that rise or fall all the way are
 * avoided: to knockd the ports between the right ones are invisible, so that a slow scan would knock such a sequence.
 *
 * @param count knocks, from 1 to 32
 * @param avoid ports that belong to other doors or to the service itself
 */
export function randomSequence(count: number, random: RandomWords, avoid: Iterable<number> = []): readonly Knock[] {
  const shunned = [...avoid];
  for (;;) {
    const knocks: Knock[] = [];
    while (knocks.length < count) {
      const port = allPorts()[below(allPorts().length, random)] ?? FIRST_PORT;
      const taken = [...shunned, ...knocks.map((knock) => knock.port)];
      if (taken.some((other) => Math.abs(other - port) < NEIGHBOURS)) continue;
      const protocol: Protocol = below(2, random) === 0 ? 'tcp' : 'udp';
      knocks.push({ kind: 'knock', port, protocol });
    }
    if (!isScan(knocks) && !isUnmixed(knocks)) return knocks;
  }
}

/** Ports that only rise or only fall, three at least: a scan from one end to the other knocks them in order. */
export function isScan(steps: Sequence): boolean {
  const ports = knocksOf(steps).map(({ port }) => port);
  const steady = (sign: number) => ports.every((port, at) => at === 0 || sign * (port - (ports[at - 1] ?? 0)) > 0);
  return ports.length >= 3 && (steady(1) || steady(-1));
}

function isUnmixed(knocks: readonly Knock[]): boolean {
  return knocks.length >= 3 && new Set(knocks.map(({ protocol }) => protocol)).size === 1;
}

/**
 * How many bits of chance are in such a sequence, rounded down: every knock is one of so many ports, by one of two
 * protocols; what is left out (neighbours, scans, a single protocol) costs less than a bit and a half.
 */
export function sequenceBits(count: number): number {
  return Math.floor(count * Math.log2(2 * allPorts().length) - 1.5);
}

/** A number from 0 to `limit` - 1, all equally likely: what does not divide evenly is thrown away. */
function below(limit: number, random: RandomWords): number {
  const usable = Math.floor(2 ** 32 / limit) * limit;
  for (;;) {
    const [word = 0] = random(new Uint32Array(1));
    if (word < usable) return word % limit;
  }
}
