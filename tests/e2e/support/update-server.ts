import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';

/** What is served as the new version: a program, so that a test can see it start. */
export interface Release {
  readonly version: string;
  readonly bytes: Buffer;
  /** In place of the right one. */
  readonly sha512?: string;
}

type Answer = (response: ServerResponse) => void;

const sha512 = (bytes: Buffer) => createHash('sha512').update(bytes).digest('base64');

/** The list that electron-builder writes beside a release (https://www.electron.build/auto-update). */
function list({ version, bytes, sha512: told = sha512(bytes) }: Release): string {
  const url = `Toctoc-${version}.AppImage`;
  return `version: ${version}
files:
  - url: ${url}
    sha512: ${told}
    size: ${bytes.length}
path: ${url}
sha512: ${told}
releaseDate: '2026-01-01T00:00:00.000Z'
`;
}

/** A server of updates on loopback that can be as bad as servers are. */
export class UpdateServer {
  /** What it was asked for. */
  readonly asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[] = [];
  #onList: Answer = (response) => void response.writeHead(404).end();
  #onFile: Answer = (response) => void response.writeHead(404).end();
  readonly #server = createServer((request, response) => {
    const path = request.url ?? '';
    this.asked.push({ path, headers: request.headers });
    if (path.includes('.yml')) this.#onList(response);
    else this.#onFile(response);
  });

  static async start(): Promise<UpdateServer> {
    const served = new UpdateServer();
    await new Promise<void>((listening) => served.#server.listen(0, '127.0.0.1', listening));
    return served;
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the server has no port');
    return `http://127.0.0.1:${address.port}/`;
  }

  /** Answers as it should from now on. */
  offers(release: Release): void {
    this.#onList = (response) => void response.end(list(release));
    this.#onFile = (response) => void response.end(release.bytes);
  }

  /** Answers the question for the list with this. */
  lists(answer: Answer): void {
    this.#onList = answer;
  }

  /** Answers the question for the file with this. */
  files(answer: Answer): void {
    this.#onFile = answer;
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((closed) => this.#server.close(() => closed()));
  }
}
