import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What was sent since the last count: requests and bytes of bodies, and of these the texts of results. */
export interface Traffic {
  requests: number;
  bytes: number;
  textRequests: number;
  textBytes: number;
}

const none = (): Traffic => ({ requests: 0, bytes: 0, textRequests: 0, textBytes: 0 });

const types: Readonly<Record<string, string>> = { js: 'text/javascript', json: 'application/json', txt: 'text/plain; charset=utf-8', html: 'text/html; charset=utf-8' };

/** A static host that counts. Scripts, JSON and text go compressed, once and for all; everything may be cached. */
export class CountingServer {
  readonly #server: Server;
  readonly #compressed = new Map<string, Buffer>();
  #traffic = none();

  /** @param folders looked through in turn */
  constructor(folders: readonly string[], isText: (path: string) => boolean) {
    this.#server = createServer((request, response) => {
      const path = decodeURIComponent(new URL(request.url!, 'http://bench').pathname);
      if (path === '/') {
        response.writeHead(200, { 'content-type': types['html'] }).end('<!doctype html><html lang="zh-Hans"><title>bench</title><body data-base="/"></body></html>');
        return;
      }
      const file = folders.map((folder) => join(folder, normalize(path))).find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
      if (!file) {
        response.writeHead(404).end();
        return;
      }
      const type = types[path.slice(path.lastIndexOf('.') + 1)];
      const body = type ? this.#compress(file) : readFileSync(file);
      this.#count(body.length, isText(path));
      response
        .writeHead(200, {
          'cache-control': 'public, max-age=31536000, immutable',
          ...(type ? { 'content-type': type, 'content-encoding': 'gzip' } : {}),
          'content-length': body.length,
        })
        .end(body);
    });
  }

  /** Starts, and returns the address. */
  async start(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    const { port } = this.#server.address() as { port: number };
    return `http://127.0.0.1:${port}/`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  /** What was sent since the last call. */
  take(): Traffic {
    const traffic = this.#traffic;
    this.#traffic = none();
    return traffic;
  }

  #compress(file: string): Buffer {
    const known = this.#compressed.get(file) ?? gzipSync(readFileSync(file), { level: 9 });
    this.#compressed.set(file, known);
    return known;
  }

  #count(bytes: number, isText: boolean): void {
    this.#traffic[isText ? 'textRequests' : 'requests']++;
    this.#traffic[isText ? 'textBytes' : 'bytes'] += bytes;
  }
}
