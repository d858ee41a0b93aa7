import { afterEach, describe, expect, test, vi } from 'vitest';
import { askAbout } from '../../../src/cli/import-questions.ts';
import type { Questions } from '../../../src/cli/questions.ts';
import { importText } from '../importer/support.ts';

/** An editor who answers some questions, found by a word in them, and takes what is proposed for the others. */
function editor(answers: Readonly<Record<string, string | string[]>>): Questions & { asked: string[]; closed: boolean } {
  const queue = new Map(Object.entries(answers).map(([word, given]) => [word, [given].flat()]));
  const questions = {
    asked: [] as string[],
    closed: false,
    text: async (question: string, proposed = '') => {
      questions.asked.push(`${question} [${proposed}]`);
      const found = [...queue].find(([word, left]) => question.includes(word) && left.length > 0);
      return found ? found[1].shift()! : proposed;
    },
    close: () => {
      questions.closed = true;
    },
  };
  return questions;
}

const text = '首页\n关于丰收的讲话\n（2021年3月5日）\n同志们：\n今天的会议是研究部署今年的各项工作，\n主要任务有三项。\n打印\n';
const ask = (questions: Questions) => askAbout(importText(text), { id: 'a' }, () => {}, questions);

afterEach(() => {
  vi.restoreAllMocks();
});

describe('an editor at a terminal', () => {
  test('who takes all that is proposed removes nothing and joins what was broken', async () => {
    vi.spyOn(console, 'log').mockImplementation(() => {});
    const questions = editor({});
    const options = await ask(questions);
    expect(options).toMatchObject({ id: 'a', remove: [], join: 'all', told: { kind: 'address' } });
    expect(options.told).not.toHaveProperty('title');
    expect(options.told).not.toHaveProperty('date');
    expect(questions.closed).toBe(true);
    expect(importText(text, options).metadata).toMatchObject({
      title: { lines: ['关于丰收的讲话'], supplied: false },
      date: { edtf: '2021-03-05' },
      speaker: { status: 'unknown' },
    });
  });

  test('is asked again until the answer will do', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    const options = await ask(editor({ 'Leave these lines out': ['some', '1,7'], 'Date:': ['soon', '2021?'], 'Kind:': 'article', 'Name of the file': ['../x', 'harvest-2021'] }));
    expect(log.mock.calls.flat().filter((line) => String(line).includes('will not do'))).toHaveLength(3);
    expect(options).toMatchObject({ id: 'harvest-2021', remove: [1, 7], told: { date: '2021?', kind: 'article' } });
    const { metadata, structure } = importText(text, options);
    expect([metadata.date.edtf, structure.removed.map(({ text }) => text)]).toEqual(['2021?', ['首页', '打印']]);
  });

  test('may say what is not in the file', async () => {
    vi.spyOn(console, 'log').mockImplementation(() => {});
    const options = await ask(
      editor({
        'Title in English': 'On the harvest',
        'Short name for lists': '丰收',
        'Short name in English': 'Harvest',
        'Speaker (': '张三',
        'Speaker in English': 'Zhang San',
        'Place (': '云河',
        'Place in English': 'Yunhe',
      }),
    );
    expect(importText(text, options).metadata).toMatchObject({
      title: { en: 'On the harvest', short: { zh: '丰收', en: 'Harvest' } },
      speaker: { zh: '张三', en: 'Zhang San', status: 'stated' },
      place: { zh: '云河', en: 'Yunhe', status: 'stated' },
    });
  });

  test('may give another title, which is then the editors’', async () => {
    vi.spyOn(console, 'log').mockImplementation(() => {});
    const { metadata, speech } = importText(text, await ask(editor({ 'Title, its lines': '丰收 / ——讲话' })));
    expect(metadata.title).toMatchObject({ lines: ['丰收', '——讲话'], supplied: true });
    expect(speech.sections[0]!.passages.map((passage) => passage.text)).toContain('关于丰收的讲话');
  });
});
