import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cleanEnv } from '../../support/clean-env.ts';
import { inOrder, project, quoting } from '../support/project.ts';
import { root } from '../support/speech.ts';

/** Runs a command of ours in a project, as npm does. */
function run(command: 'check', folder: string, words: string[] = [], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'src/cli', `${command}.ts`), ...words], { cwd: folder, encoding: 'utf8', env: cleanEnv(env) });
  return { status, stdout, stderr };
}
const text = inOrder['speeches/harvest.mdx']!;

describe('npm run check', () => {
  const broken = { 'speeches/harvest.mdx': `${text}\n稳中**求进**。\n`, 'sources/report.yaml': 'type: report\n' };

  test('says what it read, and succeeds when all is in order', () => {
    expect(run('check', project())).toEqual({ status: 0, stdout: '1 speech, 1 term, 1 source: 0 problems\n', stderr: '' });
  });

  test('prints every problem under its file, with place, words and hint, and fails', () => {
    const { status, stdout, stderr } = run('check', project(broken));
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toMatchInlineSnapshot(`
      "src/content/notes/harvest.yaml
        1:39  There is no source “report” in src/content/sources/.
              │ … en: note, basis: seen, source: report }
              │                          ^
              Write the id of an existing record, or add src/content/sources/report.yaml.

      src/content/sources/report.yaml
        1:1  Field “title” is missing (expected string).
             │ type: report
             │ ^
             Add “title:” to the front matter; the guide for editors has an example.
        1:1  Field “language” is missing (expected string).
             │ type: report
             │ ^
             Add “language:” to the front matter; the guide for editors has an example.

      src/content/speeches/harvest.mdx
        16:1  The text disagrees with its lock at the end: the file says “稳中。”, the lock nothing.
              │ 稳中**求进**。
              │ ^
              If the change is meant, run: npm run permalinks. If not, undo it in the speech.
        16:3  The text contains Markdown markup (bold), which would change what the source says.
              │ 稳中**求进**。
              │     ^
              If the characters belong to the source, escape them with a backslash (\\*\\*); otherwise remove them.

      1 speech, 1 term, 0 sources: 5 problems
      "
    `);
  });

  test('reports a quoted string that nothing explains, and counts the quoted strings', () => {
    const { status, stdout } = run('check', project(quoting('“丰收”在“望”。')));
    expect(status).toBe(1);
    expect(stdout).toContain('14:6  The speech puts “望” in quotation marks');
    expect(stdout).toContain('\n2 strings in “…” at 2 places: 1 marked as terms, 0 with terms in them, 0 members of terms, 0 listed as ordinary, 1 unexplained\n');
  });

  test('prints figures where it is asked to', () => {
    const { status, stdout } = run('check', project(), ['--numbers']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^ {2}concept +1 +100\.0 %$/m);
    expect(stdout).toMatch(/^ {2}with a source seen +0 +0\.0 %$/m);
    expect(stdout).toMatch(/^ {2}harvest s-p1 +200\.0 {3}\(1 in 5\)$/m);
    expect(JSON.parse(run('check', project(), ['--numbers', '--format', 'json']).stdout)).toMatchObject({
      quotations: { strings: 0, places: 0 },
      numbers: { glossary: { entries: 1 }, sections: [{ speech: 'harvest', section: 's-p1', perThousand: 200 }] },
    });
  });

  test('prints the same for programs', () => {
    const { status, stdout } = run('check', project(broken), ['--format', 'json']);
    const report = JSON.parse(stdout) as { problems: Record<string, unknown>[] };
    expect(status).toBe(1);
    expect(report).toMatchObject({ speeches: 1, terms: 1, sources: 0 });
    expect(report.problems).toHaveLength(5);
    expect(report.problems.at(-1)).toEqual({
      kind: 'no-markup',
      file: 'src/content/speeches/harvest.mdx',
      line: 16,
      column: 3,
      message: expect.stringContaining('Markdown markup (bold)'),
      hint: expect.stringContaining('\\*\\*'),
    });
  });

  test('prints annotations for a workflow run', () => {
    const { status, stdout } = run('check', project(broken), ['--format', 'github']);
    expect(status).toBe(1);
    expect(stdout.split('\n').filter((line) => line.startsWith('::error file=src/content/'))).toHaveLength(5);
    expect(stdout).toContain(
      '::error file=src/content/speeches/harvest.mdx,line=16,col=3,title=no-markup::The text contains Markdown markup (bold), which would change what the source says.%0AIf',
    );
  });

  test('colours only where it is asked to', () => {
    const folder = project(broken);
    expect(run('check', folder).stdout).not.toContain('\u001b');
    expect(run('check', folder, [], { FORCE_COLOR: '1', NO_COLOR: '' }).stdout).toContain('\u001b[1msrc/content/speeches/harvest.mdx\u001b[0m');
  });

  test('says how it is used, and refuses what it does not know', () => {
    expect(run('check', project(), ['--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('--format json') });
    expect(run('check', project(), ['--format', 'xml'])).toMatchObject({ status: 2, stderr: expect.stringContaining('There is no format “xml”.') });
    expect(run('check', project(), ['harvest'])).toMatchObject({ status: 2, stderr: expect.stringContaining('“harvest” cannot be checked alone') });
    expect(run('check', project(), ['--loud'])).toMatchObject({ status: 2, stderr: expect.stringContaining('--loud') });
  });

  test('reports what a scaffold left to be written', () => {
    const unfinished = inOrder['glossary/feng-shou.mdx']!.replace('zh: 释义', 'zh: TODO 一两句话');
    expect(run('check', project({ 'glossary/feng-shou.mdx': unfinished }))).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('5:10  Field “gloss.zh” still says TODO 一两句话.'),
    });
  });
});
