import { expect, test } from 'vitest';
import { faultTrial } from '../unit/support/faults.ts';

test('the permalink command leaves every lock whole when any step of it fails, is killed, or is killed half-way through', async () => {
  const trial = faultTrial();
  const steps = await trial.steps();
  const faults = ['throw', 'kill', 'half'].flatMap((how) => steps.map((_, i) => `${i + 1}:${how}`));
  console.log(`${faults.length} faults at ${steps.length} steps: ${steps.join(' ')}`);
  expect(await trial.survives(faults)).toEqual([]);
});
