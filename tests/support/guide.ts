import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { cleanEnv } from './clean-env.ts';

/** A code block of the guide: what is to be done with it, and its text. */
export interface GuideBlock {
  /** `file`: the editor writes it; `run`: a command; `prints`: what the last command printed; `is`: what a file has become. */
  does: 'file' | 'run' | 'prints' | 'is';
  path: string;
  text: string;
}

/** The blocks of the guide for editors that say what they are, in order. */
export function guideBlocks(guide = readFileSync('src/content/pages/guide.mdx', 'utf8')): GuideBlock[] {
  return [...guide.matchAll(/^```\w+ (file|run|prints|is)(?:=(\S+))?\n([\s\S]*?)^```$/gm)].map(([, does, path = '', text]) => ({
    does: does as GuideBlock['does'],
    path,
    text: text!,
  }));
}

/** A project as a newcomer finds it: our content, no more. */
export function newcomersProject(): string {
  const root = mkdtempSync(join(tmpdir(), 'tifa-guide-'));
  cpSync('src/content', join(root, 'src/content'), { recursive: true });
  return root;
}

/** Runs the commands of a block, each `npm run NAME -- WORDS`, and gives what the last one printed. */
export function runBlock({ text }: GuideBlock, root: string): string {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  let printed = '';
  for (const line of text.trim().split('\n')) {
    const [, name, words = ''] = /^npm run (\S+)(?: -- (.*?))?\s*(?:#.*)?$/.exec(line) ?? [];
    const script = /^node (\S+\.ts)$/.exec(scripts[name ?? ''] ?? '')?.[1];
    if (!script) throw new Error(`The guide runs “${line}”, which is no command of ours.`);
    const { stdout, stderr } = spawnSync(process.execPath, [resolve(script), ...words.split(' ').filter((word) => word !== '')], { cwd: root, encoding: 'utf8', env: cleanEnv() });
    printed = stdout + stderr;
  }
  return printed;
}

/** Follows the guide in a project, and tells for each block that shows something what it shows and what there was in fact. */
export function followGuide(root: string, blocks: readonly GuideBlock[] = guideBlocks()): { shown: string; real: string }[] {
  let printed = '';
  return blocks.flatMap((block) => {
    const path = join(root, block.path);
    switch (block.does) {
      case 'file':
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, block.text);
        return [];
      case 'run':
        printed = runBlock(block, root);
        return [];
      case 'prints':
        return [{ shown: block.text, real: printed }];
      default:
        return [{ shown: block.text, real: readFileSync(path, 'utf8') }];
    }
  });
}

/** The mistakes that the guide shows messages for, each as a change to a file. */
const mistakes: Readonly<Record<string, readonly [file: string, from: string, to: string]>> = {
  bold: ['src/content/speeches/business-climate.mdx', '\\*\\*书记<Note id="hearing">上月</Note>', '**书记<Note id="hearing">上月**</Note>'],
  source: ['src/content/glossary/san-da-gong-jian-zhan.mdx', 'source: congress-19-report', 'source: congress-19-reprot'],
  lock: ['src/content/speeches/business-climate.mdx', '三家企业', '四家企业'],
};

/** Makes each of these mistakes in a project that followed the guide, and tells what the guide shows and what `npm run check` says. */
export function makeMistakes(root: string, guide = readFileSync('src/content/pages/guide.mdx', 'utf8')): { shown: string; real: string }[] {
  return [...guide.matchAll(/^```text check=(\w+)\n([\s\S]*?)^```$/gm)].map(([, name, shown]) => {
    const [file, from, to] = mistakes[name!]!;
    const path = join(root, file);
    const before = readFileSync(path, 'utf8');
    if (!before.includes(from)) throw new Error(`The mistake “${name}” cannot be made: ${file} has no ${from}`);
    writeFileSync(path, before.replace(from, to));
    const real = runBlock({ does: 'run', path: '', text: 'npm run check' }, root);
    writeFileSync(path, before);
    return { shown: shown!, real };
  });
}

/** A text without what changes with the day, and as the glossary and the sources grow. */
export function lasting(text: string): string {
  return text
    .trim()
    .replace(/"20\d\d-\d\d-\d\d"/g, '"DAY"')
    .replace(/^ {2}In the glossary .*$/gm, '  In the glossary …')
    .replace(/ Did you mean .*$/gm, '')
    .replace(/^\d+ strings? in “…” .*$/gm, '… strings in “…”')
    .replace(/^\d+ speech.*: (\d+ problems?)$/gm, '$1');
}
