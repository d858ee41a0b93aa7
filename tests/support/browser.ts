import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** A Chromium on this machine and what must be in its environment. */
export interface BrowserPlace {
  executablePath: string;
  env: Record<string, string>;
}

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/**
 * Finds a real Chromium: the one that CHROME_PATH names; on Linux for x64 the one inside the npm package
 * @sparticuz/chromium (nothing to download); elsewhere one that the system has.
 */
export async function findBrowser(): Promise<BrowserPlace> {
  const named = process.env['CHROME_PATH'];
  if (named) return { executablePath: named, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return unpackBrowser();
  const system = systemBrowsers.find((path) => existsSync(path));
  if (!system) throw new Error('No browser found: set CHROME_PATH to a Chrome or Chromium.');
  return { executablePath: system, env: {} };
}

/**
 * A whole Chromium of the system. The packaged one leaves out the data by which a browser finds words in a page, so
 * that no text fragment leads anywhere in it.
 */
export function findWholeBrowser(): BrowserPlace {
  const executablePath = process.env['CHROME_PATH'] ?? systemBrowsers.find((path) => existsSync(path));
  if (!executablePath) throw new Error('This needs a Chrome or Chromium of the system: set CHROME_PATH.');
  return { executablePath, env: {} };
}

/** Starts the browser that was found. */
export function launch({ executablePath, env }: BrowserPlace): Promise<Browser> {
  return chromium.launch({ executablePath, args: flags, env: { ...process.env, ...env } as Record<string, string> });
}

/** Variables that the package reads or writes while it unpacks; they are put back afterwards. */
const borrowed = ['TMPDIR', 'AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME'] as const;

/** Unpacks the packaged Chromium and the libraries that a bare system lacks; only the browser is given these. */
async function unpackBrowser(): Promise<BrowserPlace> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `tifa-chromium-${version}`);
  mkdirSync(folder, { recursive: true });
  const before = new Map(borrowed.map((name) => [name, process.env[name]]));
  try {
    process.env['TMPDIR'] = folder;
    // Says “this is a bare machine”, so that the libraries are unpacked as well.
    process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs24.x';
    const { default: packaged } = (await import('@sparticuz/chromium')) as { default: { executablePath(): Promise<string> } };
    const executablePath = await packaged.executablePath();
    const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
    return { executablePath, env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), ...fonts } };
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
