import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import { formatAddresses, noAddresses } from '../../../src/corpus/address-file.ts';
import { formatLock } from '../../../src/corpus/lock-file.ts';
import { mintLock } from '../../../src/text/permalinks/mint.ts';
import { frontMatter } from './speech.ts';

const term =
  '---\nterm: 丰收\npinyin: fēngshōu\nkind: concept\ngloss: { zh: 释义, en: gloss, basis: recalled }\nrenderings: [{ text: harvest, basis: recalled }]\nrevised: "2026"\n---\n';
const lock = mintLock('harvest', { title: '关于丰收的讲话', heads: [], passages: [['丰收在望。']] });

/** The lock of addresses, each under its name. */
export const addresses = (speeches: Record<string, string>, terms: Record<string, string>) => formatAddresses({ ...noAddresses(), present: { speeches, terms } });

/** A small content folder in order: one speech with a note, one term, one source. */
export const inOrder: Readonly<Record<string, string>> = {
  'speeches/harvest.mdx': `${frontMatter}\n<Note id="hope">丰收</Note>在望。\n`,
  'notes/harvest.yaml': 'hope: { zh: 注, en: note, basis: seen, source: report }\n',
  'glossary/feng-shou.mdx': term,
  'sources/report.yaml': 'type: report\ntitle: 报告\nlanguage: zh\n',
  'tone.yaml': 'zh: [伟大]\nen: [brilliant*]\n',
  'permalinks/speeches/harvest.json': formatLock(lock),
  'permalinks/addresses.json': addresses({ harvest: '关于丰收的讲话' }, { 'feng-shou': '丰收' }),
};

/** The files that change when the small speech has another text, of one sentence and without notes. */
export function quoting(text: string): Record<string, string | undefined> {
  return {
    'speeches/harvest.mdx': `${frontMatter}\n${text}\n`,
    'notes/harvest.yaml': undefined,
    'permalinks/speeches/harvest.json': formatLock(mintLock('harvest', { title: '关于丰收的讲话', heads: [], passages: [[text]] })),
  };
}

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** An empty folder that is gone after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tifa-'));
  made.push(folder);
  return folder;
}

/** Writes a file of a project's content. */
export function writeContent(root: string, path: string, text: string): void {
  const full = join(root, 'src/content', path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
}

/** A project with the content above, some of its files replaced, added or (undefined) left out; gone after the test. */
export function project(files: Readonly<Record<string, string | undefined>> = {}): string {
  const root = emptyFolder();
  for (const [path, text] of Object.entries({ ...inOrder, ...files })) if (text !== undefined) writeContent(root, path, text);
  return root;
}
