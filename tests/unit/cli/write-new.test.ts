import fs, { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type FileCalls, FileIsThere, scratchFor, sweepLeftovers, writeNew } from '../../../src/cli/write-new.ts';
import { emptyFolder } from '../support/project.ts';

/** Calls to the file system of which one fails. */
function failing(call: keyof FileCalls, code: string): FileCalls {
  const fail = () => {
    throw Object.assign(new Error(code), { code });
  };
  return { ...fs, [call]: fail };
}

describe('a file is written whole', () => {
  test('into folders that are not there yet, and nothing is left beside it', () => {
    const folder = emptyFolder();
    expect(writeNew(join(folder, 'a/b/c.mdx'), '甲')).toBeUndefined();
    expect(readFileSync(join(folder, 'a/b/c.mdx'), 'utf8')).toBe('甲');
    expect(readdirSync(join(folder, 'a/b'))).toEqual(['c.mdx']);
  });

  test('and never over another', () => {
    const path = join(emptyFolder(), 'c.mdx');
    writeNew(path, '甲');
    expect(() => writeNew(path, '乙')).toThrow(FileIsThere);
    expect(readFileSync(path, 'utf8')).toBe('甲');
  });

  test('unless a copy is kept, which is never overwritten either', () => {
    const folder = emptyFolder();
    const path = join(folder, 'c.mdx');
    expect(['甲', '乙', '丙'].map((text) => writeNew(path, text, 'keep-copy'))).toEqual([undefined, `${path}.bak`, `${path}.bak2`]);
    expect(['c.mdx', 'c.mdx.bak', 'c.mdx.bak2'].map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(['丙', '甲', '乙']);
  });

  test('where the file system has no links, too', () => {
    const folder = emptyFolder();
    const path = join(folder, 'c.mdx');
    const calls = failing('linkSync', 'EPERM');
    writeNew(path, '甲', 'refuse', folder, calls);
    expect(() => writeNew(path, '乙', 'refuse', folder, calls)).toThrow(FileIsThere);
    writeNew(path, '乙', 'keep-copy', folder, calls);
    expect([readFileSync(path, 'utf8'), readFileSync(`${path}.bak`, 'utf8')]).toEqual(['乙', '甲']);
  });
});

describe.each(['refuse', 'keep-copy'] as const)('when something fails (%s)', (ifThere) => {
  test.each([
    ['openSync', 'EACCES'],
    ['writeFileSync', 'ENOSPC'],
    ['fsyncSync', 'EIO'],
    ['linkSync', 'EIO'],
    ['renameSync', 'EIO'],
    ['mkdirSync', 'EROFS'],
  ] as const)('in %s, nothing half-written is left, and the old file is whole', (call, code) => {
    const folder = emptyFolder();
    const path = join(folder, 'c.mdx');
    if (ifThere === 'keep-copy') writeFileSync(path, '旧');
    // Where nothing is there, linking does the work alone, and renaming is not called.
    if (ifThere === 'refuse' && call === 'renameSync') return expect(writeNew(path, '甲', ifThere, folder, failing(call, code))).toBeUndefined();
    expect(() => writeNew(path, '甲', ifThere, folder, failing(call, code))).toThrow(code);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(ifThere === 'keep-copy' ? '旧' : '');
  });
});

test('a file is prepared outside the content where that can be', () => {
  const root = emptyFolder();
  expect(scratchFor(join(root, 'content'), root)).toBe(join(root, 'content'));
  mkdirSync(join(root, 'node_modules'));
  const scratch = scratchFor(join(root, 'content'), root);
  expect(scratch).toBe(join(root, 'node_modules/.cache/tifa'));
  writeNew(join(root, 'content/c.mdx'), '甲', 'refuse', scratch);
  expect([readdirSync(join(root, 'content')), readdirSync(scratch)]).toEqual([['c.mdx'], []]);
});

test('what killed runs left is swept away; what running ones write is not', () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'x'));
  for (const name of ['.a.mdx.999999999.tmp', `.b.mdx.${process.pid}.tmp`, 'c.mdx', '.d']) writeFileSync(join(folder, name), '');
  sweepLeftovers(folder);
  sweepLeftovers(join(folder, 'not-there'));
  expect(readdirSync(folder).sort()).toEqual([`.b.mdx.${process.pid}.tmp`, '.d', 'c.mdx', 'x']);
});
