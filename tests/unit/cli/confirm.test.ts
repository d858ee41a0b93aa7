import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { canAsk, confirm } from '../../../src/cli/confirm.ts';

const stream = (isTTY: boolean) => Object.assign(new PassThrough(), { isTTY });

describe('a question', () => {
  test.each([
    ['y', true],
    ['yes', true],
    [' YES ', true],
    ['n', false],
    ['', false],
    ['yesterday', false],
  ])('answered with “%s”: %s', async (answer, agreed) => {
    const [input, output] = [stream(true), stream(true)];
    const asked = confirm('Write it?', { input, output });
    input.write(`${answer}\n`);
    expect(await asked).toBe(agreed);
    expect(String(output.read())).toContain('Write it? [y/N] ');
  });

  test('that is not answered is a no', async () => {
    const [input, output] = [stream(true), stream(true)];
    const asked = confirm('Write it?', { input, output });
    input.end();
    expect(await asked).toBe(false);
  });

  test('is asked only where somebody sits', () => {
    expect(canAsk({ input: stream(true), output: stream(true) })).toBe(true);
    expect(canAsk({ input: stream(false), output: stream(true) })).toBe(false);
    expect(canAsk({ input: stream(true), output: stream(false) })).toBe(false);
  });
});
