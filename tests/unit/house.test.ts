import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('imports run one way through the house', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', 'src', '--config', '.dependency-cruiser.cjs'], {
    encoding: 'utf8',
  });
  expect(`${stdout}${stderr}`).toContain('no dependency violations found');
  expect(status).toBe(0);
});
