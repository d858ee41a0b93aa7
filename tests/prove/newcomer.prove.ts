import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { followGuide, lasting } from '../support/guide.ts';
import { scratchProject } from '../support/scratch.ts';

const project = scratchProject();
afterAll(() => project.remove());

test('a newcomer who follows the guide word for word sees the speech and the term on the site', () => {
  const started = performance.now();
  for (const { shown, real } of followGuide(project.root)) expect(lasting(real)).toBe(lasting(shown));
  const followed = performance.now();
  const { status, output } = project.build();
  expect(output).not.toContain('problem');
  expect(status).toBe(0);
  const built = performance.now();
  const page = readFileSync(join(project.root, 'dist/speeches/business-climate/index.html'), 'utf8');
  for (const words of ['在全市营商环境工作会议上的讲话', 'id="p4"', 'data-term="san-dao-men"', 'data-term="liang-ge-wei-hu"', 'data-note="e-jing"', 'class="matter"'])
    expect(page).toContain(words);
  const term = readFileSync(join(project.root, 'dist/glossary/san-dao-men/index.html'), 'utf8');
  expect(term).toContain('/speeches/business-climate/');
  const text = readFileSync(join(project.root, 'dist/speeches/business-climate.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const source = readFileSync(join(project.root, 'business-climate.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  expect(text).toEqual([...source.slice(1, 3), ...source.slice(4)]);
  console.log(`from an empty file to the page: ${((followed - started) / 1000).toFixed(1)} s for the commands, ${((built - followed) / 1000).toFixed(1)} s for the build`);
});
