import { describe, expect, test } from 'vitest';
import { formatLock, readLock } from '../../../src/corpus/lock-file.ts';
import type { Lock } from '../../../src/text/permalinks/lock.ts';
import { mintLock } from '../../../src/text/permalinks/mint.ts';
import { reconcile } from '../../../src/text/permalinks/reconcile.ts';
import { report } from '../support/speech.ts';

const first = mintLock('harvest', { title: '讲话', heads: [{ text: '一、形势', before: 1 }], passages: [['同志们：'], ['稳中求进。', '守正创新。']] });
const second = reconcile(first, { title: '发言', heads: [], passages: [['稳中求进。', '守正创新，再创辉煌。']] }, '2027-03-01');
const read = (text: string) => readLock('harvest.json', 'harvest', text);
const reported = (text: string) => report(read(text).problems);
const hint = '\n    Restore it from version control, then run: npm run permalinks. Only that command writes it.';

describe('the lock of a speech', () => {
  test.each<[string, Lock]>([
    ['without a history', first],
    ['with a history', second],
    ['of a text without anything', mintLock('harvest', { title: '', heads: [], passages: [] })],
  ])('%s is read back as it was written', (_what, lock) => {
    expect(read(formatLock(lock))).toEqual({ lock, problems: [] });
  });

  test('has one unit a line, so that a change shows well', () => {
    expect(formatLock(second)).toMatchInlineSnapshot(`
      "{
       "format": 2,
       "speech": "harvest",
       "revision": 2,
       "title": {"id":"t1","receipt":"ykhz9ybt","text":"发言"},
       "heads": [],
       "passages": [
        {"id":"p2","receipt":"xyepsvbh","sentences":[
         {"id":"p2s1","receipt":"ya65g97c","text":"稳中求进。"},
         {"id":"p2s2","receipt":"t1qf3pbf","text":"守正创新，再创辉煌。"}
        ]}
       ],
       "history": [
        {"revision":2,"date":"2027-03-01","wordings":[
         {"id":"t1","receipt":"vrx45x1m","text":"讲话"},
         {"id":"h1","receipt":"s876dq6z","text":"一、形势"},
         {"id":"p1s1","receipt":"52qth0pn","text":"同志们："},
         {"id":"p2s2","receipt":"bejnkmb8","text":"守正创新。"}
        ],
         "sentences":{"p1":["p1s1"]},
         "passages":["p1","p2"],
         "heads":[["h1","p2"]],
         "into":{"p1s1":[],"h1":[],"p1":[]}}
       ],
       "sum": "95214c83536cd80e"
      }
      "
    `);
  });

  test('may have other line ends, and more of them at its end', () => {
    expect(read(`${formatLock(second).replaceAll('\n', '\r\n')}\r\n`)).toEqual({ lock: second, problems: [] });
  });

  test.each([
    ['cut off', (text: string) => text.slice(0, -20), /^harvest\.json:1:1 {2}The lock file cannot be read: .*JSON/],
    ['with the marks of a merge in it', (text: string) => text.replace(' "heads"', '<<<<<<< HEAD\n "heads"'), /cannot be read: .*JSON/],
    ['with a changed word', (text: string) => text.replace('稳中求进', '稳中有进'), /cannot be read: its checksum is wrong: it was edited by hand, or a merge has put it together/],
    ['with a changed id', (text: string) => text.replace('"p1s1"', '"p1s2"'), /checksum is wrong/],
    ['without its checksum', (text: string) => text.replace(/,\n "sum".*/, ''), /checksum is wrong/],
    ['of the first format', () => '{"format": 1}', /its format is 1, not 2/],
    ['that is a list', () => '[]', /its format is undefined, not 2/],
    ['that is null', () => 'null', /cannot be read: /],
    ['of another speech', (text: string) => text.replace('"harvest"', '"sowing"'), /it is that of "sowing"/],
  ])('%s is a problem, and no lock', (_what, damage, message) => {
    expect(reported(damage(formatLock(first)))).toMatch(message);
    expect(reported(damage(formatLock(first))).endsWith(hint)).toBe(true);
    expect(read(damage(formatLock(first))).lock).toBeUndefined();
  });
});
