import { rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { followGuide, guideBlocks, lasting, makeMistakes, newcomersProject } from '../../support/guide.ts';

const root = newcomersProject();
afterAll(() => rmSync(root, { recursive: true }));

describe('the guide for editors', { timeout: 120_000 }, () => {
  test('walks through an import, an entry, ids and checks', () => {
    const steps = guideBlocks().map(({ does, path, text }) => (does === 'run' ? text.trim() : `${does} ${path}`.trim()));
    expect(steps).toEqual([
      'file business-climate.txt',
      'npm run import -- business-climate.txt --dry-run',
      'prints',
      'npm run import -- business-climate.txt --remove all',
      'is src/content/speeches/business-climate.mdx',
      'file src/content/speeches/business-climate.mdx',
      'file src/content/notes/business-climate.yaml',
      'npm run new:term -- 三到门',
      'prints',
      'file src/content/glossary/san-dao-men.mdx',
      'npm run permalinks',
      'prints',
      'npm run check',
      'prints',
    ]);
  });

  test('shows what the commands print and write when it is followed word for word', () => {
    for (const { shown, real } of followGuide(root)) expect(lasting(real)).toBe(lasting(shown));
  });

  test('shows what the checks say to the mistakes that it names', () => {
    const cases = makeMistakes(root);
    expect(cases).toHaveLength(3);
    for (const { shown, real } of cases) expect(lasting(real)).toContain(lasting(shown));
  });
});
