import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import compression from 'compression';
import sirv from 'sirv';

/** Types of files that the server does not know, or not with their encoding. */
const types: Readonly<Record<string, string>> = { txt: 'text/plain', bib: 'application/x-bibtex', ris: 'application/x-research-info-systems' };

/**
 * Serves a built site as a static host would: under its base path, compressed, with the headers of `_headers`, and with its 404 page.
 * @param folder the folder of the built site
 * @param base path under which it was built, such as `/` or `/tifa/`
 */
export function serveSite(folder: string, base: string): RequestListener {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`There is no site in ${folder}. Build it first: npm run build`);
  const prefix = base.replace(/\/+$/, '');
  const headers = readHeaders(join(folder, '_headers'));
  const files = sirv(folder, {
    dev: true,
    etag: true,
    setHeaders: (response, path) => {
      const type = types[path.slice(path.lastIndexOf('.') + 1)];
      if (type) response.setHeader('content-type', `${type}; charset=utf-8`);
      setHeaders(response, path, headers);
    },
  });
  const compress = compression() as unknown as (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  const serve = (request: IncomingMessage, response: ServerResponse) => {
    const url = request.url ?? '/';
    if (prefix && !url.startsWith(`${prefix}/`)) {
      response.writeHead(302, { location: `${prefix}/` }).end();
      return;
    }
    request.url = url.slice(prefix.length) || '/';
    files(request, response, () => {
      setHeaders(response, request.url!, headers);
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(readFileSync(join(folder, '404.html')));
    });
  };
  return (request, response) => compress(request, response, () => serve(request, response));
}

interface HeaderRule {
  path: string;
  headers: [string, string][];
}

/** Reads a `_headers` file as static hosts do: a path (with * at its end), then indented headers. */
function readHeaders(file: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []) {
    if (/^\S/.test(line)) rules.push({ path: line.trim(), headers: [] });
    const header = /^\s+([\w-]+):\s*(.+)$/.exec(line);
    if (header) rules.at(-1)?.headers.push([header[1]!, header[2]!]);
  }
  return rules;
}

function setHeaders(response: ServerResponse, path: string, rules: HeaderRule[]): void {
  for (const rule of rules) {
    const matches = rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path;
    if (matches) for (const [name, value] of rule.headers) response.setHeader(name, value);
  }
}
