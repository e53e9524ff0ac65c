import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { findUiFile, UI_SCHEME } from '../../../electron/security/ui-file.ts';
import { SECURITY_HEADERS } from '../../../electron/security/ui-headers.ts';

export interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves a folder on loopback as the app's own scheme would: the same files, the same headers. */
export async function serve(root: string): Promise<Served> {
  const server = createServer(async (request, response) => {
    // A browser asks for it by itself; a window of Electron does not.
    if (request.url === '/favicon.ico') return void response.writeHead(204).end();
    const file = findUiFile(root, { method: request.method ?? 'GET', url: `${UI_SCHEME}://ui${request.url}` });
    try {
      if (file.kind === 'refused') throw new Error(file.reason);
      const bytes = await readFile(file.path);
      response.writeHead(200, { ...SECURITY_HEADERS, 'Content-Type': file.type }).end(bytes);
    } catch {
      response.writeHead(404, SECURITY_HEADERS).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}/index.html`,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
