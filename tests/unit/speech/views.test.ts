import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { hasViews, makeViews, makeViewsFolder, readView, readViewBytes, type ViewName, writeViews } from '../../../src/speech/views.ts';
import { rendering, speechOf } from '../support/speech.ts';

const folder = mkdtempSync(join(tmpdir(), 'tifa-views-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the views of a speech on disk', () => {
  const context = { ...rendering, address: rendering.href, sources: new Map() };
  const views = makeViews(speechOf('丰收。'), context);

  test('are not there before they are written', () => {
    expect(hasViews(folder, 'nothing', 'd1')).toBe(false);
  });

  test('are read back as they were written', () => {
    makeViewsFolder(join(folder, 'new'));
    writeViews(join(folder, 'new'), 'harvest', 'd1', views);
    const read = (view: ViewName) => readView(join(folder, 'new'), 'harvest', view);
    expect({
      head: read('head'),
      top: read('top'),
      rest: read('rest'),
      text: read('txt'),
      json: JSON.parse(read('json')),
      mentions: JSON.parse(read('mentions')),
      work: JSON.parse(read('work')),
      permalinks: read('permalinks'),
      history: read('history'),
    }).toEqual(views);
    expect(readViewBytes(join(folder, 'new'), 'harvest', 'txt')).toEqual(Buffer.from(views.text));
    expect(hasViews(join(folder, 'new'), 'harvest', 'd1')).toBe(true);
  });

  test('do not mix with those of another speech, longer or shorter', () => {
    const longer = makeViews(speechOf('丰收在望，稳中求进。'.repeat(20)), context);
    writeViews(folder, 'longer', 'd1', longer);
    writeViews(folder, 'shorter', 'd1', views);
    expect([readView(folder, 'longer', 'rest'), readView(folder, 'shorter', 'rest')]).toEqual([longer.rest, views.rest]);
    expect(JSON.parse(readView(folder, 'shorter', 'mentions'))).toEqual(views.mentions);
  });

  test('are all there or not there', () => {
    writeViews(folder, 'part', 'd1', views);
    truncateSync(join(folder, 'part.views'), 300);
    expect(hasViews(folder, 'part', 'd1')).toBe(false);
  });

  test('made from something else are not there', () => {
    writeViews(folder, 'other', 'd2', views);
    expect(hasViews(folder, 'other', 'd1')).toBe(false);
  });
});
