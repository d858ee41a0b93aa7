import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { contentCheck } from '../../../src/integrations/content-check.ts';
import { project } from '../support/project.ts';

const run = (root: string, command: 'build' | 'dev') => {
  const begin = contentCheck().hooks['astro:config:setup'] as unknown as (options: object) => void;
  return () => begin({ config: { root: pathToFileURL(`${root}/`) }, command });
};
const broken = { 'sources/report.yaml': 'type: poem\ntitle: 报告\nlanguage: zh\n' };

describe('the check before a build', () => {
  test('lets content in order pass', () => {
    expect(run(project(), 'build')).not.toThrow();
  });

  test('stops the build when the bibliography is not in order, with the place', () => {
    expect(run(project(broken), 'build')).toThrow(/problems? in the content:\n\n.*src\/content\/sources\/report\.yaml:1:1/s);
  });

  test('does not stop the server for editors', () => {
    expect(run(project(broken), 'dev')).not.toThrow();
  });
});
