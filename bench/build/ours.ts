import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatAddresses, readAddresses } from '../../src/corpus/address-file.ts';
import { folders, readCorpus } from '../../src/corpus/corpus.ts';
import { passagesOf } from '../../src/text/types.ts';
import type { GeneratedSpeech } from './generate.ts';
import { putAway } from './put-away.ts';
import type { Site } from './site.ts';

const copied = ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];
/** Kept by builds in node_modules; never shared with the project itself. */
const ownCaches = ['.astro', '.vite', '.tifa-lock'];

/** What is built of ours. */
export interface OurVariant {
  name: string;
  /** With the word index. */
  search?: boolean;
  /** With the pages of the glossary; the terms are marked either way. */
  glossaryPages?: boolean;
}

/** Our site: a copy of the project with its glossary, its speeches replaced by the generated ones. */
export function ours(root: string, work: string, { name, search = false, glossaryPages = true }: OurVariant): Site {
  const folder = join(work, glossaryPages ? 'ours' : 'ours-speeches-only');
  return {
    name,
    folder,
    command: [process.execPath, 'node_modules/astro/bin/astro.mjs', 'build'],
    env: search ? {} : { TIFA_SEARCH: 'off' },
    output: 'dist',
    caches: ['.astro', 'node_modules/.astro', 'node_modules/.vite'],
    pageOf: (id) => `speeches/${id}/index.html`,
    prepare: (speeches) => {
      copyProject(root, folder);
      if (!glossaryPages) rmSync(join(folder, 'src/pages/glossary'), { recursive: true, force: true });
      writeSpeeches(folder, speeches);
      execFileSync(process.execPath, ['src/cli/permalinks.ts'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    },
  };
}

function copyProject(root: string, folder: string): void {
  putAway(folder);
  for (const name of copied) cpSync(join(root, name), join(folder, name), { recursive: true });
  // Packages are linked one by one, so that the folder itself, where builds keep their caches, is the copy's own.
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (!ownCaches.includes(name)) symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
}

function writeSpeeches(folder: string, speeches: readonly GeneratedSpeech[]): void {
  for (const name of [folders.speeches, folders.notes, folders.introductions, folders.locks]) {
    putAway(join(folder, name));
    mkdirSync(join(folder, name), { recursive: true });
  }
  freeGlossary(join(folder, folders.glossary));
  for (const { id, frontMatter, body, notes } of speeches) {
    writeFileSync(join(folder, folders.speeches, `${id}.mdx`), `---\n${frontMatter}---\n\n${body}`);
    writeFileSync(join(folder, folders.notes, `${id}.yaml`), notes);
  }
  const addresses = join(folder, folders.addresses);
  const { addresses: published } = readAddresses(addresses, readFileSync(addresses, 'utf8'));
  writeFileSync(addresses, formatAddresses({ ...published, present: { ...published.present, speeches: {} } }));
}

/** Entries that are marked in certain speeches only are marked in all: those speeches are not here. */
function freeGlossary(glossary: string): void {
  for (const name of readdirSync(glossary)) {
    const path = join(glossary, name);
    const entry = readFileSync(path, 'utf8');
    const free = entry.replace(/^onlyIn: \[.*\]\n/m, '');
    if (free !== entry) writeFileSync(path, free);
  }
}

/** Means over the speeches of a prepared copy, as our parser counts them. */
export interface Counts {
  terms: number;
  passages: number;
  characters: number;
  mentions: number;
  /** KiB of MDX, front matter included. */
  size: number;
}

/** Counts the speeches of a prepared copy. */
export function countSpeeches({ folder }: Site): Counts {
  const corpus = readCorpus(folder);
  const totals = { passages: 0, characters: 0, mentions: 0, size: 0 };
  for (const file of corpus.speeches) {
    const { speech, problems } = corpus.parse(file);
    if (!speech || problems.length) throw new Error(`${file.file}: ${problems.map(({ message }) => message).join(' ')}`);
    totals.size += statSync(join(folder, file.file)).size / 1024;
    for (const { text, mentions } of passagesOf(speech)) {
      totals.passages++;
      totals.characters += text.length;
      totals.mentions += mentions.length;
    }
  }
  const mean = (total: number) => total / corpus.speeches.length;
  return { terms: corpus.terms.size, passages: mean(totals.passages), characters: mean(totals.characters), mentions: mean(totals.mentions), size: mean(totals.size) };
}
