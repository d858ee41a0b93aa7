/** Seeds for a proof: the one that TIFA_SEED names, or `count` fresh ones; they are printed, so that a failure can be run again. */
export function proofSeeds(count: number): number[] {
  const named = process.env['TIFA_SEED'];
  const seeds = named ? [Number(named)] : Array.from({ length: count }, () => Math.floor(Math.random() * 2 ** 31));
  console.log(`seeds: ${seeds.join(', ')} (run one again with TIFA_SEED=…)`);
  return seeds;
}
