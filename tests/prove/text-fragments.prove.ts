import { describe, expect, test } from 'vitest';
import { findWholeBrowser } from '../support/browser.ts';
import { follow, linkOf, stretches } from '../support/fragments.ts';
import { randomFrom } from '../support/oracle.ts';
import { proofSeeds } from '../support/seeds.ts';
import { useBrowser } from '../support/session.ts';

const visit = useBrowser(findWholeBrowser);
const wanted = 500;

describe.each(proofSeeds(1))('seed %i', (seed) => {
  test('of 500 text fragments at least 98 % are found by the browser, and none in a wrong place', async () => {
    const random = randomFrom(seed);
    const counts = { found: 0, missed: 0, 'wrong place': 0, none: 0 };
    const notes: string[] = [];
    for (const speech of ['/speeches/district-plenum/', '/speeches/ziyang-study-session/']) {
      const page = await visit(speech, { bypassCSP: true });
      const reader = await page.context().newPage();
      const scratch = await page.context().newPage();
      const total = await page.evaluate(() => [...document.querySelectorAll('.reader .s')].reduce((sum, { textContent }) => sum + textContent.length, 0));
      const share = speech.includes('plenum') ? 400 : 100;
      let made = 0;
      for (const stretch of stretches(Math.floor(total * 0.95), share * 2, random)) {
        if (made === share) break;
        await page.bringToFront();
        const link = await linkOf(page, stretch);
        if (!link.includes(':~:')) {
          counts.none++;
          continue;
        }
        made++;
        await reader.bringToFront();
        const outcome = await follow(reader, scratch, link, stretch);
        counts[outcome]++;
        if (outcome !== 'found') notes.push(`${outcome}: ${decodeURIComponent(link)}`);
      }
    }
    console.log(counts, notes.join('\n'));
    expect(counts['wrong place']).toBe(0);
    expect(counts.found + counts.missed).toBe(wanted);
    expect(counts.found).toBeGreaterThanOrEqual(wanted * 0.98);
  });
});
