// npm run lock: writes package-lock.json and completes it. A registry that lacks some platform packages (a mirror, or a
// release whose upload is still under way) leaves them out of the lock file, and `npm ci` then refuses it on every
// machine. The entries are named by their parents with exact versions; system and processor follow from their names.
import { readFileSync, writeFileSync } from 'node:fs';

const file = process.argv[2] ?? 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8'));
const systems = { darwin: 'darwin', freebsd: 'freebsd', linux: 'linux', win32: 'win32', windows: 'win32', android: 'android' };
const processors = ['arm64', 'x64', 'arm', 'ia32', 'ppc64', 's390x', 'riscv64'];
const added = [];
for (const parent of Object.values({ ...lock.packages })) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const path = `node_modules/${name}`;
    if (lock.packages[path] || !/^\d+\.\d+\.\d+$/.test(version)) continue;
    const parts = name.split(/[-/]/);
    const system = parts.map((part) => systems[part]).find(Boolean);
    const processor = parts.find((part) => processors.includes(part));
    if (!system || !processor) continue;
    lock.packages[path] = { version, cpu: [processor], optional: true, os: [system] };
    added.push(`${name}@${version}`);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length ? `Completed the lock file: ${added.join(', ')}` : 'The lock file was complete.');
