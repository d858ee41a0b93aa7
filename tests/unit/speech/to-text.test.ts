import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toText } from '../../../src/speech/to-text.ts';
import { fixture, frontMatterWith, realSpeech, realSpeeches, speechOf } from '../support/speech.ts';

describe('the plain text of a speech', () => {
  test('has the title block, an empty line, and then a line for each head and passage', () => {
    expect(toText(speechOf('同志们：\n\n## 一、形势\n\n稳。进。'))).toBe('关于丰收的讲话\n\n同志们：\n一、形势\n稳。进。\n');
  });

  test('has every line of a longer title, blanks included', () => {
    expect(toText(speechOf('稳。', { front: frontMatterWith(3, '  lines: ["锚定   目标", "——讲话"]') }))).toBe('锚定   目标\n——讲话\n\n稳。\n');
  });

  test('has the lines above and below the title in their place', () => {
    const front = frontMatterWith(3, '  above: [眉题]\n  lines: [讲话]\n  below: ["（2021年3月5日）", 张三]');
    expect(toText(speechOf('稳。', { front }))).toBe('眉题\n讲话\n（2021年3月5日）\n张三\n\n稳。\n');
    expect(toText(speechOf('稳。', { front: front.replace('lines: [讲话]', 'lines: [讲话]\n  supplied: true') }))).toBe('眉题\n（2021年3月5日）\n张三\n\n稳。\n');
  });

  test('leaves out a title that is the editors’', () => {
    expect(toText(speechOf('稳。', { front: frontMatterWith(3, '  lines: [讲话]\n  supplied: true') }))).toBe('稳。\n');
  });

  test('has no trace of a break between sections', () => {
    expect(toText(speechOf('稳。\n\n---\n\n进。'))).toBe('关于丰收的讲话\n\n稳。\n进。\n');
  });

  test('has the characters themselves where the file escapes them, and no components', () => {
    expect(toText(speechOf('\\*\\*书记\\{1 \\< 2\\}<NoTerm>好</NoTerm>'))).toBe('关于丰收的讲话\n\n**书记{1 < 2}好\n');
  });

  test('keeps slips as they are', () => {
    expect(toText(speechOf('<Sic id="slip">丰受</Sic>', { notes: 'slip: { corr: 丰收, zh: 误, en: slip, basis: text }' }))).toBe('关于丰收的讲话\n\n丰受\n');
  });
});

describe.each(realSpeeches)('%s gives its source back', (id) => {
  const speech = realSpeech(id);
  const source = () => fixture(`source/${speech.meta.source.file}`);
  const trimmed = (text: string) => text.replace(/\n+$/, '');

  test('character by character, but for line ends after the last line', () => {
    expect(trimmed(toText(speech))).toBe(trimmed(source()));
  });

  test('and names the checksum of that source', () => {
    const bytes = readFileSync(new URL(`../../fixtures/source/${speech.meta.source.file}`, import.meta.url));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(speech.meta.source.sha256);
  });
});
