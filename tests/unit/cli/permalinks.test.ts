import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Addresses, readAddresses } from '../../../src/corpus/address-file.ts';
import { readLock } from '../../../src/corpus/lock-file.ts';
import type { Lock } from '../../../src/text/permalinks/lock.ts';
import { cleanEnv } from '../../support/clean-env.ts';
import { faultTrial } from '../support/faults.ts';
import { inOrder, project, writeContent } from '../support/project.ts';
import { root } from '../support/speech.ts';

const locks = 'src/content/permalinks/speeches';
const addressFile = 'src/content/permalinks/addresses.json';
const command = join(root, 'src/cli/permalinks.ts');
const text = inOrder['speeches/harvest.mdx']!;
const longer = `${text}\n春耕前要把农田水利设施全部检修完毕。各乡镇必须在月底以前上报受灾面积。去年秋粮产量比前年多出两成。\n`;

/** Runs the command in a project, as npm does where there is no terminal. */
function run(folder: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], { cwd: folder, encoding: 'utf8', env: cleanEnv() });
  return { status, stdout, stderr };
}
const textOf = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');
const lockOf = (folder: string, speech = 'harvest'): Lock => readLock('', speech, textOf(folder, `${locks}/${speech}.json`)).lock!;
const addressesOf = (folder: string): Addresses => readAddresses('', textOf(folder, addressFile)).addresses;
const idsOf = (lock: Lock) => lock.passages.flatMap(({ id, sentences }) => [id, ...sentences.map((sentence) => sentence.id)]);
/** A project whose longer speech is locked. */
function locked(): string {
  const folder = project({ 'speeches/harvest.mdx': longer });
  expect(run(folder).status).toBe(0);
  return folder;
}

describe('what is new', () => {
  test('gets ids and an address', () => {
    const folder = project({ 'permalinks/speeches/harvest.json': undefined, 'permalinks/addresses.json': undefined });
    expect(run(folder)).toEqual({
      status: 0,
      stdout: `harvest  new: 1 passage, 1 sentence, 0 heads\nAddresses\n  speech harvest: new\n  term feng-shou: new\nwrote ${locks}/harvest.json\nwrote ${addressFile}\n`,
      stderr: '',
    });
    expect(spawnSync(process.execPath, [join(root, 'src/cli/check.ts')], { cwd: folder }).status).toBe(0);
  });

  test('is not there: nothing is written', () => {
    const folder = project();
    const before = textOf(folder, `${locks}/harvest.json`);
    expect(run(folder)).toMatchObject({ status: 0, stdout: 'Nothing new: every passage, sentence, head and term has its permalink.\n' });
    expect(textOf(folder, `${locks}/harvest.json`)).toBe(before);
  });

  test('is added, and the ids of the others are kept', () => {
    const folder = project();
    writeContent(folder, 'speeches/harvest.mdx', text.replace('<Note', '同志们：\n\n<Note'));
    expect(run(folder).status).toBe(0);
    expect([lockOf(folder).revision, ...lockOf(folder).passages.map(({ id }) => id)]).toEqual([2, 'p0a', 'p1']);
  });

  test('has other problems: it is left alone, and the rest is locked', () => {
    const folder = project({ 'speeches/harvest.mdx': `${text}\n**好**\n`, 'speeches/sowing.mdx': text.replace(/<.?Note[^>]*>/g, '') });
    const { status, stdout } = run(folder);
    expect([status, lockOf(folder).revision, idsOf(lockOf(folder, 'sowing'))]).toEqual([1, 1, ['p1', 'p1s1']]);
    expect(stdout).toContain('The text contains Markdown markup (bold)');
  });
});

describe('a correction', () => {
  test('that loses nothing is written at once', () => {
    const folder = locked();
    writeContent(folder, 'speeches/harvest.mdx', longer.replace('月底', '年底'));
    const { status, stdout } = run(folder);
    expect(status).toBe(0);
    expect(stdout).toBe(`harvest  revision 2 → 3: 5 kept, 2 reworded\n  p2s2 reworded: 各乡镇必须在[月→年]底以前上报受灾面…\nwrote ${locks}/harvest.json\n`);
    expect(idsOf(lockOf(folder))).toEqual(['p1', 'p1s1', 'p2', 'p2s1', 'p2s2', 'p2s3']);
    expect(lockOf(folder).history[1]).toMatchObject({ revision: 3, wordings: [{ id: 'p2s2', text: '各乡镇必须在月底以前上报受灾面积。' }] });
  });

  test('that removes words has to be agreed to', () => {
    const folder = locked();
    const before = textOf(folder, `${locks}/harvest.json`);
    writeContent(folder, 'speeches/harvest.mdx', longer.replace('春耕前要把农田水利设施全部检修完毕。', ''));
    const asked = run(folder);
    expect([asked.status, asked.stderr]).toEqual([
      3,
      '\nNothing was written: somebody has to agree to what is marked with “!”. If that is you, run: npm run permalinks -- --yes\n',
    ]);
    expect(asked.stdout).toContain('! p2s1 removed: “春耕前要把农田水利设施全部检修完毕。”');
    expect(textOf(folder, `${locks}/harvest.json`)).toBe(before);
    expect(run(folder, '--dry-run', '--yes').status).toBe(0);
    expect(textOf(folder, `${locks}/harvest.json`)).toBe(before);
    expect(run(folder, '--yes').status).toBe(0);
    expect(idsOf(lockOf(folder))).toEqual(['p1', 'p1s1', 'p2', 'p2s2', 'p2s3']);
  });

  test('is told to programs as JSON', () => {
    const folder = locked();
    writeContent(folder, 'speeches/harvest.mdx', longer.replace('春耕前要把农田水利设施全部检修完毕。', ''));
    const { status, stdout } = run(folder, '--json');
    const told = JSON.parse(stdout) as { speeches: { changes: { id: string }[] }[] };
    expect([status, told]).toEqual([
      3,
      expect.objectContaining({ needsConfirmation: true, written: false, addresses: [], problems: [], files: { write: [`${locks}/harvest.json`], remove: [] } }),
    ]);
    expect(told.speeches[0]!.changes.find(({ id }) => id === 'p2s1')).toEqual({
      id: 'p2s1',
      kind: 'removed',
      before: '春耕前要把农田水利设施全部检修完毕。',
      moved: false,
      losesMeaning: true,
    });
  });

  test('of a speech whose lock is damaged waits for the lock to be restored', () => {
    const folder = locked();
    const damaged = textOf(folder, `${locks}/harvest.json`).replace('月底', '年底');
    writeContent(folder, 'permalinks/speeches/harvest.json', damaged);
    const { status, stdout } = run(folder, '--yes');
    expect([status, textOf(folder, `${locks}/harvest.json`)]).toEqual([1, damaged]);
    expect(stdout).toContain('its checksum is wrong');
  });
});

describe('an address', () => {
  const renamedFile = { 'speeches/bumper.mdx': longer, 'notes/bumper.yaml': inOrder['notes/harvest.yaml'] };
  /** A project whose speech has another file name since it was locked. */
  const renamed = () => {
    const folder = locked();
    for (const file of ['speeches/harvest.mdx', 'notes/harvest.yaml']) rmSync(join(folder, 'src/content', file));
    for (const [file, content] of Object.entries(renamedFile)) writeContent(folder, file, content!);
    return folder;
  };

  test('whose file is gone and a like one is there forwards to it, once that is agreed to; the ids go with it', () => {
    const folder = renamed();
    const ids = idsOf(lockOf(folder));
    const asked = run(folder);
    expect([asked.status, asked.stdout]).toEqual([3, expect.stringContaining('! speech harvest: renamed to bumper (if it is gone: --removed harvest)')]);
    const done = run(folder, '--renamed', 'harvest=bumper');
    expect([done.status, done.stdout]).toEqual([0, expect.stringContaining(`wrote ${addressFile}\nremoved ${locks}/harvest.json\n`)]);
    expect(idsOf(lockOf(folder, 'bumper'))).toEqual(ids);
    expect(addressesOf(folder)).toMatchObject({ present: { speeches: { bumper: '关于丰收的讲话' } }, renamed: { speeches: { harvest: 'bumper' } } });
    expect(existsSync(join(folder, locks, 'harvest.json'))).toBe(false);
    expect(run(folder).stdout).toContain('Nothing new');
  });

  test('of a term follows its headword', () => {
    const folder = project();
    rmSync(join(folder, 'src/content/glossary/feng-shou.mdx'));
    writeContent(folder, 'glossary/feng-shou-2.mdx', inOrder['glossary/feng-shou.mdx']!);
    expect(run(folder, '--yes').status).toBe(0);
    expect(addressesOf(folder).renamed.terms).toEqual({ 'feng-shou': 'feng-shou-2' });
  });

  test('whose file is gone for good says so; the lock stays', () => {
    const folder = locked();
    for (const file of ['speeches/harvest.mdx', 'notes/harvest.yaml']) rmSync(join(folder, 'src/content', file));
    expect(run(folder).stdout).toContain('! speech harvest: removed (if it has another name: --renamed harvest=…)');
    expect(run(folder, '--removed', 'harvest').status).toBe(0);
    expect(addressesOf(folder).removed.speeches).toEqual({ harvest: { name: '关于丰收的讲话', date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) } });
    expect(existsSync(join(folder, locks, 'harvest.json'))).toBe(true);
  });

  test('stays as it is when its new file cannot be locked: no id and no lock is lost', () => {
    const folder = renamed();
    const before = [textOf(folder, `${locks}/harvest.json`), textOf(folder, addressFile)];
    writeContent(folder, 'speeches/bumper.mdx', `${longer}\n**好**\n`);
    for (const words of [['--yes'], ['--renamed', 'harvest=bumper', '--json']]) {
      const { status, stdout } = run(folder, ...words);
      expect([status, stdout]).toEqual([1, expect.stringContaining('bold')]);
      expect([textOf(folder, `${locks}/harvest.json`), textOf(folder, addressFile)]).toEqual(before);
      expect(existsSync(join(folder, locks, 'bumper.json'))).toBe(false);
    }
    writeContent(folder, 'speeches/bumper.mdx', longer);
    expect(run(folder, '--yes').status).toBe(0);
    expect([lockOf(folder, 'bumper').revision, addressesOf(folder).renamed.speeches]).toEqual([2, { harvest: 'bumper' }]);
  });

  test('stays as it is when the lock of its lost file is damaged, and no other file gets its place', () => {
    const folder = renamed();
    const lock = textOf(folder, `${locks}/harvest.json`);
    const damaged = lock.replace('月底', '年底');
    const addresses = textOf(folder, addressFile);
    writeContent(folder, 'permalinks/speeches/harvest.json', damaged);
    for (const words of [['--yes'], ['--renamed', 'harvest=bumper', '--yes']]) {
      const { status, stdout } = run(folder, ...words);
      expect([status, stdout]).toEqual([1, expect.stringContaining('its checksum is wrong')]);
      expect([textOf(folder, `${locks}/harvest.json`), textOf(folder, addressFile)]).toEqual([damaged, addresses]);
      expect(existsSync(join(folder, locks, 'bumper.json'))).toBe(false);
    }
    writeContent(folder, 'permalinks/speeches/harvest.json', lock);
    expect(run(folder, '--yes').status).toBe(0);
    expect(lockOf(folder, 'bumper').revision).toBe(2);
  });

  test('is not written into a list of addresses that cannot be read', () => {
    const folder = locked();
    writeContent(folder, 'permalinks/addresses.json', '{"format": 2,');
    const { status, stdout } = run(folder, '--yes');
    expect([status, stdout, textOf(folder, addressFile)]).toEqual([1, expect.stringContaining('addresses.json'), '{"format": 2,']);
  });

  test('of a file that cannot be read is kept', () => {
    const folder = project({ 'glossary/feng-shou.mdx': 'kaputt' });
    expect(run(folder).status).toBe(1);
    expect(addressesOf(folder).present.terms).toEqual({ 'feng-shou': '丰收' });
  });
});

describe('words of the command', () => {
  test.each([
    [['--renamed', 'harvest'], '“--renamed harvest” is not of the form OLD=NEW.'],
    [['--renamed', 'nobody=harvest'], '“nobody”: this is no address whose file is gone, or there is no new file to which it could lead.'],
    [['--removed', 'harvest'], '“harvest”: this is no address whose file is gone'],
    [['harvest'], 'This command takes no “harvest”.'],
    [['--force'], "Unknown option '--force'"],
  ])('%o are not understood', (words, message) => {
    const { status, stderr } = run(project(), ...words);
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
  });

  test('that contradict each other are not understood, and nothing is written', () => {
    const folder = locked();
    for (const file of ['speeches/harvest.mdx', 'notes/harvest.yaml']) rmSync(join(folder, 'src/content', file));
    const before = textOf(folder, addressFile);
    const both = run(folder, '--removed', 'harvest', '--renamed', 'harvest=bumper', '--yes');
    expect([both.status, both.stderr.split('\n')[0], textOf(folder, addressFile)]).toEqual([
      2,
      '“--renamed harvest=bumper” and “--removed harvest” cannot both be: write only --renamed harvest=bumper if its name is bumper now, and only --removed harvest if it is gone for good.',
      before,
    ]);
    const twice = run(folder, '--renamed', 'harvest=bumper', '--renamed', 'harvest=crop');
    expect([twice.status, twice.stderr]).toEqual([2, expect.stringContaining('write only the one with the name that harvest has now.')]);
  });
});

describe('when the disk fails or the process is killed', () => {
  test('every lock is whole, the old one or the new one, and another run finishes the work', async () => {
    const trial = faultTrial();
    const steps = await trial.steps();
    expect(steps.length).toBeGreaterThanOrEqual(15);
    // Killed at every step, and with half of a text written; the disk fails at every step of `npm run prove`, here at three.
    const writes = steps.flatMap((step, i) => (step === 'writeFileSync' ? [i + 1] : []));
    const faults = [...steps.map((_, i) => `${i + 1}:kill`), ...writes.map((n) => `${n}:half`), ...[writes[0]!, writes[0]! + 1, writes[0]! + 3].map((n) => `${n}:throw`)];
    expect(await trial.survives(faults)).toEqual([]);
  }, 120_000);
});
