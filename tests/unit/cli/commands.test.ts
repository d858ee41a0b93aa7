import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Lock } from '../../../src/text/permalinks.ts';
import { inOrder, project, writeContent } from '../support/project.ts';
import { root } from '../support/speech.ts';

/** Runs a command of ours in a project, as npm does. */
function run(command: 'check' | 'permalinks', folder: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'src/cli', `${command}.ts`)], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}
const lockOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'src/content/permalinks/speeches/harvest.json'), 'utf8')) as Lock;
const passageIds = (folder: string) => lockOf(folder).passages.map(({ id }) => id);
const text = inOrder['speeches/harvest.mdx']!;

describe('npm run check', () => {
  test('says what it read, and succeeds when all is in order', () => {
    expect(run('check', project())).toEqual({ status: 0, stdout: '1 speeches, 1 terms, 1 sources: 0 problems\n', stderr: '' });
  });

  test('prints every problem with its place, and fails', () => {
    const { status, stdout, stderr } = run('check', project({ 'speeches/harvest.mdx': `${text}\n**好**\n`, 'sources/report.yaml': 'type: report\n' }));
    expect(status).toBe(1);
    expect(stdout).toContain(': 5 problems');
    expect(stderr.split('\n').flatMap((line) => /^src\S+/.exec(line) ?? [])).toEqual([
      'src/content/notes/harvest.yaml:1:39',
      'src/content/sources/report.yaml:1:1',
      'src/content/sources/report.yaml:1:1',
      'src/content/speeches/harvest.mdx:16:1',
      'src/content/speeches/harvest.mdx:16:1',
    ]);
  });
});

describe('npm run permalinks', () => {
  test('writes the locks of a new speech and of its address', () => {
    const folder = project({ 'permalinks/speeches/harvest.json': undefined, 'permalinks/addresses.json': undefined });
    expect(run('permalinks', folder)).toMatchObject({ status: 0, stdout: 'wrote src/content/permalinks/speeches/harvest.json\nwrote src/content/permalinks/addresses.json\n' });
    expect(run('check', folder).status).toBe(0);
  });

  test('writes nothing when nothing is new', () => {
    const folder = project();
    expect(run('permalinks', folder)).toMatchObject({ status: 0, stdout: expect.stringContaining('Nothing new') });
    expect(lockOf(folder).revision).toBe(1);
  });

  test('adds a passage and keeps the ids of the others', () => {
    const folder = project();
    writeContent(folder, 'speeches/harvest.mdx', text.replace('<Note', '同志们：\n\n<Note'));
    expect(run('permalinks', folder).status).toBe(0);
    expect([lockOf(folder).revision, ...passageIds(folder)]).toEqual([2, 'p0a', 'p1']);
  });

  test('refuses changed wording, and leaves the lock as it was', () => {
    const folder = project({ 'speeches/harvest.mdx': text.replace('在望', '有望') });
    const before = lockOf(folder);
    const { status, stderr } = run('permalinks', folder);
    expect([status, stderr.trim().split('\n')[0]]).toEqual([1, expect.stringContaining('src/content/speeches/harvest.mdx:14:1  The text disagrees with its lock at p1')]);
    expect(lockOf(folder)).toEqual(before);
  });

  test('mints nothing for a speech with other problems', () => {
    const folder = project({ 'speeches/harvest.mdx': `${text}\n**好**\n` });
    expect(run('permalinks', folder).status).toBe(1);
    expect(passageIds(folder)).toEqual(['p1']);
  });
});
