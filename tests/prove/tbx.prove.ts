import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';

interface Entry {
  id: string;
  source: string;
  target: string;
  renderings: string[];
  definitions: string;
  notes: string;
}

/** A Python that has translate-toolkit (Debian: apt-get install translate-toolkit). */
const python = ['/usr/bin/python3', 'python3'].find((name) => spawnSync(name, ['-c', 'import translate.storage.tbx']).status === 0);
if (!python) console.log('translate-toolkit is not installed: its reading of glossary.tbx is not tried.');

test.skipIf(!python)('translate-toolkit reads glossary.tbx as the glossary it was made from', () => {
  const folder = inject('folder');
  const { status, stdout, stderr } = spawnSync(python!, ['tests/prove/read-tbx.py', join(folder, 'glossary.tbx')], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  expect(status, stderr).toBe(0);
  const read = JSON.parse(stdout) as Entry[];
  const { terms } = JSON.parse(readFileSync(join(folder, 'api/glossary.json'), 'utf8')) as {
    terms: { id: string; term: string; pinyin: string; gloss: { zh: string; en: string }; renderings: { text: string }[] }[];
  };
  console.log(`${read.length} entries read`);
  expect(read.map(({ id, source, target, renderings }) => [id, source, target, renderings])).toEqual(
    terms.map(({ id, term, renderings }) => [`tifa-${id}`, term, renderings[0]!.text, renderings.map(({ text }) => text)]),
  );
  for (const [i, { definitions, notes }] of read.entries()) {
    const { gloss, pinyin } = terms[i]!;
    expect(definitions.split('\n')).toEqual(expect.arrayContaining([gloss.zh, gloss.en]));
    expect(notes.split('\n')).toContain(`Pinyin: ${pinyin}`);
  }
});
