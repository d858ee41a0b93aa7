import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../../src/text/security.ts';

const headers = readFileSync(new URL('../../../public/_headers', import.meta.url), 'utf8');

describe('the content security policy', () => {
  test('allows nothing that is not named', () => {
    expect(contentSecurityPolicy).toMatch(/^default-src 'none';/);
  });

  test('allows nothing inline, no evaluated JavaScript and no other host', () => {
    expect(contentSecurityPolicy).not.toMatch(/'unsafe-inline'|'unsafe-eval'|https?:|data:|blob:|\*/);
  });

  test('is the policy of the headers as well, where no frame may hold a page', () => {
    expect(/^ {2}Content-Security-Policy: (.*)$/m.exec(headers)?.[1]).toBe(`${contentSecurityPolicy}; frame-ancestors 'none'`);
  });
});
