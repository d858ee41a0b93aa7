import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { putAway } from './put-away.ts';

/** The bench's own packages, by name and exact version. */
export function peerVersions(bench: string): Record<string, string> {
  return (JSON.parse(readFileSync(join(bench, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }).dependencies;
}

/** Installs the peers into the work folder, unless they are there already; the project itself does not depend on them. */
export function installPeers(bench: string, work: string): void {
  const folder = join(work, 'peers');
  const manifest = join(folder, 'package.json');
  if (existsSync(join(folder, 'node_modules')) && existsSync(manifest) && readFileSync(manifest, 'utf8') === readFileSync(join(bench, 'package.json'), 'utf8')) return;
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(bench, 'package.json'), manifest);
  console.log('Installing the peers …');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: folder, stdio: 'inherit' });
}

/** Copies the bench's site of a peer into the work folder, where the peers' packages are found, and returns the copy. */
export function copyPeerSite(bench: string, work: string, name: string): string {
  const folder = join(work, 'peers', name);
  putAway(folder);
  cpSync(join(bench, 'peers', name), folder, { recursive: true });
  return folder;
}
