import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { evaluate } from 'satteri';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { escapeMdx } from '../../src/importer/escape-mdx.ts';
import { normalizeSource, sourceLines } from '../../src/text/source-lines.ts';
import { cleanEnv } from '../support/clean-env.ts';
import { thereAndBack } from '../support/round-trip.ts';
import { proofSeeds } from '../support/seeds.ts';
import { sourceText } from '../support/source-texts.ts';

const linesOf = (text: string) => normalizeSource(text).split('\n').slice(0, -1);

/** The words of what compiled MDX makes. */
const wordsOf = (node: unknown): string =>
  typeof node === 'string' ? node : Array.isArray(node) ? node.map(wordsOf).join('') : node && typeof node === 'object' ? wordsOf((node as { children: unknown }).children) : '';

describe.each(proofSeeds(1))('seed %i', (seed) => {
  test('10,000 texts come back from what is written of them, no character lost', () => {
    let [lines, characters] = [0, 0];
    fc.assert(
      fc.property(sourceText, (text) => {
        const expected = linesOf(text);
        expect(thereAndBack(text)).toEqual(expected);
        lines += expected.length;
        characters += expected.join('').length;
      }),
      { seed, numRuns: 10_000 },
    );
    console.log(`10,000 texts, ${lines} lines, ${characters} characters`);
  });

  test('2,000 texts, run as the MDX that they are, say the same', async () => {
    await fc.assert(
      fc.asyncProperty(sourceText, async (text) => {
        // Characters that HTML itself normalises are no matter of MDX.
        const lines = sourceLines(text).map((line) => line.text);
        const source = lines.map((line) => `${escapeMdx(line)}\n`).join('\n');
        const element = (_tag: unknown, props: unknown) => ({ children: (props as { children?: unknown }).children });
        const { default: Content } = (await evaluate(source, { Fragment: 'fragment', jsx: element, jsxs: element, features: { gfm: true, smartPunctuation: false } })) as {
          default: (props: object) => unknown;
        };
        expect(wordsOf(Content({ components: {} })).replace(/\n/g, '')).toBe(lines.join(''));
      }),
      { seed, numRuns: 2000 },
    );
  });
});

describe('the command', () => {
  const root = mkdtempSync(join(tmpdir(), 'tifa-import-'));
  const content = join(root, 'src/content');
  const speeches = join(content, 'speeches');
  const command = resolve('src/cli/import.ts');
  const plenum = readFileSync('tests/fixtures/source/004_ff2b006a877cfa42.txt', 'utf8');
  const files = Array.from({ length: 500 }, (_, i) => join(root, `speech-number-${String(i).padStart(3, '0')}.txt`));

  beforeAll(() => {
    mkdirSync(content, { recursive: true });
    // Each file is its own: one line more.
    files.forEach((file, i) => {
      writeFileSync(file, `${plenum}第${i}份文件到此结束。\n`);
    });
  });
  afterAll(() => rmSync(root, { recursive: true }));

  test('500 files in one call, one of them broken', () => {
    const broken = [...files];
    writeFileSync(join(root, 'broken.txt'), Buffer.from([1, 0, 2, 0, 0, 3, 4, 0, 5]));
    broken[250] = join(root, 'broken.txt');
    const started = performance.now();
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...broken], { cwd: root, encoding: 'utf8', env: cleanEnv(), maxBuffer: 2 ** 28 });
    const seconds = (performance.now() - started) / 1000;
    expect(status).toBe(1);
    const [, written, failed, , memory] = /500 files: (\d+) written, (\d+) failed; ([\d.]+) s, (\d+) MB/.exec(stdout)!;
    console.log(`500 files of 12,000 characters: ${written} written, ${failed} failed, ${seconds.toFixed(1)} s, ${memory} MB at most`);
    expect([written, failed]).toEqual(['499', '1']);
    expect(stderr).toContain('broken.txt');
    expect(readdirSync(speeches).filter((name) => name.endsWith('.mdx'))).toHaveLength(499);
    expect(Number(memory)).toBeLessThan(600);
    rmSync(speeches, { recursive: true });
  });

  test('killed at 200 random moments, it leaves no half-written file', async () => {
    const some = files.slice(0, 12);
    const write = () => spawnSync(process.execPath, [command, ...some], { cwd: root, env: cleanEnv() });
    mkdirSync(join(root, 'node_modules'));
    const started = performance.now();
    write();
    const duration = performance.now() - started;
    const whole = new Map(readdirSync(speeches).map((name) => [name, readFileSync(join(speeches, name), 'utf8')]));
    expect(whole.size).toBe(12);
    const old = 'an older file\n';
    let [kills, looked, wrong, strangers, mixed] = [0, 0, 0, 0, 0];
    for (let round = 0; kills < 200; round++) {
      const force = round % 2 === 1;
      rmSync(speeches, { recursive: true, force: true });
      mkdirSync(speeches);
      if (force) for (const name of whole.keys()) writeFileSync(join(speeches, name), old);
      const child = spawn(process.execPath, [command, ...some, ...(force ? ['--force'] : [])], { cwd: root, stdio: 'ignore', env: cleanEnv() });
      const ended = new Promise<NodeJS.Signals | null>((done) => child.on('exit', (_code, signal) => done(signal)));
      // The first half of the time goes by before the first file is written.
      const timer = setTimeout(() => child.kill('SIGKILL'), duration * (0.45 + 0.5 * Math.random()));
      const signal = await ended;
      clearTimeout(timer);
      if (signal === 'SIGKILL') kills++;
      const names = readdirSync(speeches);
      for (const name of names) {
        const text = readFileSync(join(speeches, name), 'utf8');
        looked++;
        if (name.endsWith('.mdx') ? text !== whole.get(name) && !(force && text === old) : name.endsWith('.mdx.bak') ? text !== old : true) wrong++;
        if (!/\.mdx(?:\.bak)?$/.test(name)) strangers++;
      }
      const fresh = names.filter((name) => name.endsWith('.mdx') && readFileSync(join(speeches, name), 'utf8') !== old).length;
      if (fresh > 0 && fresh < 12) mixed++;
    }
    // What a killed run left in the scratch folder is swept away by the next.
    rmSync(speeches, { recursive: true });
    write();
    console.log(`${kills} kills, ${mixed} of them amid the writing: ${looked} files looked at, ${wrong} wrong, ${strangers} that should not be there`);
    expect([wrong, strangers]).toEqual([0, 0]);
    expect(mixed).toBeGreaterThan(20);
    expect(readdirSync(join(root, 'node_modules/.cache/tifa'))).toEqual([]);
  });
});
