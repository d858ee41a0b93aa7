import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cleanEnv } from '../../support/clean-env.ts';
import { project } from '../support/project.ts';
import { root } from '../support/speech.ts';

/** Runs a command of ours in a project, as npm does. */
function run(command: 'import' | 'new-term' | 'check' | 'permalinks', folder: string, words: string[], input?: string | Uint8Array) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'src/cli', `${command}.ts`), ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: cleanEnv(),
    input: input ?? '',
  });
  return { status, stdout, stderr };
}
const fixture = (path: string) => join(root, 'tests/fixtures', path);
const speeches = (folder: string) => readdirSync(join(folder, 'src/content/speeches')).sort();
const speech = (folder: string, id: string) => readFileSync(join(folder, `src/content/speeches/${id}.mdx`), 'utf8');
const text = '关于丰收的讲话\n\n同志们：\n今年的丰收来之不易，要落实三个一批。\n';
/** A project with files to import in it. */
function withFiles(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = project();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

describe('npm run import', () => {
  test('writes a speech, tells every decision and what comes next', () => {
    const folder = withFiles({ 'good-harvest.txt': text });
    const { status, stdout, stderr } = run('import', folder, ['good-harvest.txt']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatchInlineSnapshot(`
      "good-harvest.txt  → src/content/speeches/good-harvest.mdx

        Encoding  UTF-8, certain (valid UTF-8 with 29 characters beyond ASCII)
        Title     关于丰收的讲话
        Date      none is stated
        Language  zh-Hans, address
        Text      2 passages under 0 heads

        line  taken for  words                                     because
           1  title     关于丰收的讲话                            its words
           3  greeting  同志们：                                  it greets the audience

        In the glossary  1 mention of 1 term: feng-shou 1×
        Not in the glossary, numbered formulas: 三个一批 1×
        An entry for one of them: npm run new:term -- 三个一批

      Next: read it against the source, then
        npm run check        names what is still wrong
        npm run permalinks   gives ids to its passages and locks the text
        npm run dev          shows it
      "
    `);
    expect(speech(folder, 'good-harvest')).toContain('\n\n同志们：\n\n今年的丰收来之不易，要落实三个一批。\n');
    expect(run('permalinks', folder, []).status).toBe(0);
    expect(run('check', folder, []).stdout).toBe('2 speeches, 1 term, 1 source: 0 problems\n');
  });

  test('with --dry-run tells the same and writes nothing', () => {
    const folder = withFiles({ 'good-harvest.txt': text });
    const { status, stdout } = run('import', folder, ['good-harvest.txt', '--dry-run']);
    expect([status, speeches(folder)]).toEqual([0, ['harvest.mdx']]);
    expect(stdout).toContain('would be src/content/speeches/good-harvest.mdx');
    expect(stdout).toContain('greeting');
  });

  test('with --json prints everything as data, and nothing else', () => {
    const folder = withFiles({ 'good-harvest.txt': text, 'empty.txt': '' });
    const { status, stdout, stderr } = run('import', folder, ['--json', 'good-harvest.txt', 'empty.txt']);
    const report = JSON.parse(stdout) as { files: Record<string, unknown>[]; summary: Record<string, unknown> };
    expect([status, stderr]).toEqual([1, '']);
    expect(report.summary).toMatchObject({ files: 2, written: 1, failed: 1, cancelled: false });
    expect(report.files[0]).toMatchObject({
      file: 'good-harvest.txt',
      status: 'written',
      id: 'good-harvest',
      path: 'src/content/speeches/good-harvest.mdx',
      format: 'txt',
      encoding: { name: 'utf-8' },
      title: { lines: ['关于丰收的讲话'], supplied: false },
      source: { file: 'good-harvest.txt', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      passages: 2,
      heads: [],
      decisions: [
        { line: 1, role: 'title', text: '关于丰收的讲话', why: 'its words' },
        { line: 3, role: 'salutation', text: '同志们：', why: 'it greets the audience' },
      ],
      offered: { remove: [], join: [] },
      mentions: [{ at: 'p2', term: 'feng-shou', start: 3, end: 5 }],
      candidates: [{ text: '三个一批', reason: 'numbered', count: 1 }],
    });
    expect(report.files[1]).toEqual({ file: 'empty.txt', status: 'failed', failure: { kind: 'empty-file', message: 'The file is empty.', hint: expect.any(String) } });
  });

  test('goes on when a file in the middle is broken, and says which', () => {
    const folder = withFiles({ 'first-one.txt': text, 'broken.txt': Uint8Array.of(1, 2, 0, 3, 0, 5, 6, 0, 7), 'third-one.txt': `${text}又。\n` });
    const { status, stdout, stderr } = run('import', folder, ['first-one.txt', 'broken.txt', 'not-there.txt', 'third-one.txt']);
    expect([status, speeches(folder)]).toEqual([1, ['first-one.mdx', 'harvest.mdx', 'third-one.mdx']]);
    expect(stdout).toMatch(/^ {2}broken\.txt +failed: binary$/m);
    expect(stdout).toMatch(/4 files: 2 written, 2 failed; \d+\.\d s, \d+ MB\./);
    expect(stderr).toContain('broken.txt\n  This is a file with bytes that no text has, not a text.\n');
    expect(stderr).toContain('There is no file not-there.txt.');
  });

  test('reads pasted text', () => {
    const folder = project();
    const { status, stdout } = run('import', folder, ['-', '--id', 'pasted'], Buffer.from(text));
    expect([status, speeches(folder)]).toEqual([0, ['harvest.mdx', 'pasted.mdx']]);
    expect(stdout).toContain('pasted text  → src/content/speeches/pasted.mdx');
    expect(speech(folder, 'pasted')).toContain('file: "pasted-text.txt"');
    expect(run('import', folder, [], '').stderr).toContain('The file is empty.');
  });

  test('takes what the editor says', () => {
    const folder = withFiles({ 'a.txt': `${text}打印\n今天的会议是研究部署今年的各项工作，\n主要任务有三项。\n` });
    const words = ['a.txt', '--id', 'b', '--title', '丰收讲话', '--title-en', 'On the harvest', '--date', '2021~', '--language', 'zh-Hans-CN', '--remove', '5', '--join', 'all'];
    expect(run('import', folder, words).status).toBe(0);
    const written = speech(folder, 'b');
    for (const line of [
      '  lines:\n    - "丰收讲话"',
      '  supplied: true',
      '  en: "On the harvest"',
      'language: "zh-Hans-CN"',
      '  edtf: "2021~"',
      '  removed:\n    - "打印"',
      '  joined: 1',
      '\n今天的会议是研究部署今年的各项工作，主要任务有三项。\n',
      '\n关于丰收的讲话\n',
    ])
      expect(written).toContain(line);
  });

  test.each([
    ['gb18030', 'encodings/plenum.gb18030.txt', 'gb18030'],
    ['big5', 'encodings/plenum-traditional.big5.txt', 'big5'],
    ['.docx', 'word-processor/plenum.docx', undefined],
    ['.html', 'word-processor/plenum.html', 'utf-8'],
  ])('reads %s', (_, path, encoding) => {
    const folder = project();
    expect(run('import', folder, [fixture(path), '--id', 'plenum']).status).toBe(0);
    const written = speech(folder, 'plenum');
    expect(/^ {2}encoding: (.*)$/m.exec(written)?.[1]).toBe(encoding);
    expect(written.match(/^## /gm)).toHaveLength(4);
  });
});

describe('what an import never does', () => {
  test('it never overwrites; with --force the old file is kept', () => {
    const folder = withFiles({ 'good-harvest.txt': text, 'other/good-harvest.txt': `${text}又。\n` });
    run('import', folder, ['good-harvest.txt']);
    const before = speech(folder, 'good-harvest');
    expect(run('import', folder, ['other/good-harvest.txt'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('src/content/speeches/good-harvest.mdx is there already, and is not overwritten.'),
    });
    expect(run('import', folder, ['good-harvest.txt', '--id', 'again'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('The same file was imported before, as src/content/speeches/good-harvest.mdx.'),
    });
    expect([speeches(folder), speech(folder, 'good-harvest')]).toEqual([['good-harvest.mdx', 'harvest.mdx'], before]);
    expect(run('import', folder, ['other/good-harvest.txt', '--force']).stdout).toContain('(the old file is src/content/speeches/good-harvest.mdx.bak)');
    expect(readFileSync(join(folder, 'src/content/speeches/good-harvest.mdx.bak'), 'utf8')).toBe(before);
    expect(speech(folder, 'good-harvest')).toContain('又。');
  });

  test.each(['../escape', '/tmp/escape'])('it never leaves the folder: --id %s', (id) => {
    const folder = withFiles({ 'a.txt': text });
    expect(run('import', folder, ['a.txt', '--id', id])).toMatchObject({ status: 1, stderr: expect.stringContaining('cannot be a file name') });
    expect([speeches(folder), existsSync(join(folder, 'escape.mdx')), existsSync(join(folder, 'src/content/escape.mdx'))]).toEqual([['harvest.mdx'], false, false]);
  });

  test('nor by its title', () => {
    const folder = withFiles({ '1.txt': text });
    run('import', folder, ['1.txt', '--title', '../../../etc/passwd']);
    expect(speeches(folder)).toEqual(['etc-passwd.mdx', 'harvest.mdx']);
  });

  test('it never follows a link in place of the speech', () => {
    const folder = withFiles({ 'good-harvest.txt': text, 'victim.txt': 'keep me' });
    symlinkSync(join(folder, 'victim.txt'), join(folder, 'src/content/speeches/good-harvest.mdx'));
    expect(run('import', folder, ['good-harvest.txt']).status).toBe(1);
    expect(readFileSync(join(folder, 'victim.txt'), 'utf8')).toBe('keep me');
  });
});

describe('files that cannot be imported get a clear error', () => {
  const broken: [name: string, content: string | Uint8Array, message: string][] = [
    ['empty.txt', '', 'The file is empty.'],
    ['blank.txt', ' \n　\n', 'There is no text in the file.'],
    ['binary.txt', Uint8Array.of(1, 2, 0, 3, 0, 5, 6, 0, 7), 'This is a file with bytes that no text has, not a text.'],
    ['pdf.txt', '%PDF-1.7', 'This is a PDF, which the importer does not read.'],
    ['old.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2), 'This is a document of an old word processor (.doc, .wps), which the importer does not read.'],
    ['rich.rtf', '{\\rtf1 x}', 'This is a document in Rich Text Format, which the importer does not read.'],
    ['picture.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), 'This is a picture, which the importer does not read.'],
    ['none.docx', '同志们', 'The .docx cannot be opened: it is no archive at all.'],
    ['scripts.html', '<div id=app></div><script>1</script>', 'There is no text in the file; the page is put together by scripts, which are not run.'],
    [
      'mixed.txt',
      Buffer.concat([readFileSync(fixture('encodings/plenum.gb18030.txt')), Buffer.from('同志们，这是最后一行的文字。\n')]),
      'The file mixes encodings: most of it is GB18030, but line 38 is UTF-8.',
    ],
  ];

  test('each its own, in one call, and nothing is written', () => {
    const folder = withFiles({ ...Object.fromEntries(broken), 'folder/a.txt': '' });
    const { status, stderr } = run('import', folder, [...broken.map(([name]) => name), 'folder']);
    expect(status).toBe(1);
    const told = stderr
      .trim()
      .split('\n')
      .filter((_, i) => i % 3 !== 2);
    expect(told).toEqual([...broken.flatMap(([name, , message]) => [name, `  ${message}`]), 'folder', '  The file cannot be read: it is a folder.']);
    expect(speeches(folder)).toEqual(['harvest.mdx']);
  });

  test('a file of more than 20 MB, without reading it', () => {
    const folder = withFiles({ 'big.txt': '' });
    truncateSync(join(folder, 'big.txt'), 5 * 2 ** 30);
    const { status, stderr } = run('import', folder, ['big.txt']);
    expect([status, stderr]).toEqual([1, expect.stringContaining('The file has 5120.0 MB; files of more than 20 MB are not read.')]);
  });

  test('a page named .txt is read as a page', () => {
    const folder = withFiles({ 'saved-page.txt': '<!doctype html><p>同志们：</p><p>今天的会议很重要。</p>' });
    expect(run('import', folder, ['saved-page.txt']).status).toBe(0);
    expect(speech(folder, 'saved-page')).toMatch(/\n\n同志们：\n\n今天的会议很重要。\n$/);
  });
});

describe('words that the command does not understand', () => {
  test.each([
    [['--loud', 'a.txt'], '--loud'],
    [['a.txt', '--remove', 'some'], '--remove takes all, none, or numbers'],
    [['a.txt', '--date', 'yesterday'], 'Write the date as 2021'],
    [['a.txt', '--as', 'pdf'], '--as takes txt, md, html, docx.'],
    [['a.txt', 'b.txt', '--id', 'x'], '--id is for one file; 2 were named.'],
    [['a.txt', 'b.txt', '--join', '3'], 'Numbers of lines are for one file'],
    [['-', '-'], 'Pasted text (-) can be read once.'],
  ])('%j', (words, message) => {
    expect(run('import', project(), words)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(message) });
  });

  test('lines that were not offered', () => {
    expect(run('import', withFiles({ 'a-b-c.txt': text }), ['a-b-c.txt', '--remove', '3'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('--remove names line 3, which the text does not have or which was not offered.'),
    });
  });

  test('--help tells all options', () => {
    const { status, stdout } = run('import', project(), ['--help']);
    expect([status, stdout]).toEqual([0, expect.stringContaining('--dry-run')]);
  });
});

describe('npm run new:term', () => {
  const entry = (folder: string, id: string) => readFileSync(join(folder, `src/content/glossary/${id}.mdx`), 'utf8');

  test('begins an entry, shows its uses, and check names what is left', () => {
    const folder = withFiles({ 'good-harvest.txt': text });
    run('import', folder, ['good-harvest.txt']);
    const { status, stdout } = run('new-term', folder, ['三个一批']);
    expect([status, stdout]).toEqual([
      0,
      expect.stringContaining('wrote src/content/glossary/san-ge-yi-pi.mdx\n  good-harvest: 1 time\n    今年的丰收来之不易，要落实【三个一批】。\n'),
    ]);
    expect(entry(folder, 'san-ge-yi-pi')).toContain('pinyin: "TODO sān gè yī pī"');
    run('permalinks', folder, []);
    const { stdout: report, status: checked } = run('check', folder, []);
    expect(checked).toBe(1);
    expect(report.match(/still says TODO/g)!.length).toBeGreaterThan(4);
  });

  test('takes pinyin, kind and slug', () => {
    const folder = project();
    expect(run('new-term', folder, ['一窗受理', '--pinyin', 'yī chuāng shòulǐ', '--kind', 'policy', '--id', 'one-window']).status).toBe(0);
    expect(entry(folder, 'one-window')).toMatch(/pinyin: "yī chuāng shòulǐ"\nkind: policy\n/);
  });

  test('does not begin what is there', () => {
    const folder = project();
    expect(run('new-term', folder, ['丰收'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('“丰收” is in the glossary already: src/content/glossary/feng-shou.mdx'),
    });
    expect(run('new-term', folder, ['丰获', '--id', 'feng-shou'])).toMatchObject({ status: 1, stderr: expect.stringContaining('is there already, and is not overwritten') });
    expect(entry(folder, 'feng-shou')).not.toContain('TODO');
  });

  test.each([
    [[], 'Name a term'],
    [['甲', '--kind', 'slogan'], 'There is no kind “slogan”'],
    [['甲', '--id', '../x'], 'cannot be a file name here'],
    [['甲', '乙', '--id', 'x'], '--pinyin and --id are for one term.'],
  ])('%j is not understood', (words, message) => {
    expect(run('new-term', project(), words)).toMatchObject({ status: 2, stderr: expect.stringContaining(message) });
  });
});
