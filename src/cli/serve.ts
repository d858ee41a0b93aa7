import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { serveSite } from './serve-site.ts';

// npm run serve: serves the built site and prints its address. PORT and HOST choose another place.
const host = process.env['HOST'] ?? '127.0.0.1';
const base = process.env['BASE'] || '/';
const handler = serveSite(resolve('dist'), base);
let port = Number(process.env['PORT'] ?? 4321);
const server = createServer(handler);
server.on('error', (error: NodeJS.ErrnoException) => {
  // A port that is taken is no reason to fail, unless it was asked for.
  if (error.code === 'EADDRINUSE' && !process.env['PORT'] && port < 4341) server.listen(++port, host);
  else throw error;
});
server.on('listening', () => console.log(`\nTifa is served at http://${host}:${port}${base.replace(/\/*$/, '/')}\nStop it with Ctrl-C.`));
server.listen(port, host);
