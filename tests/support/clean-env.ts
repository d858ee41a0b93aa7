/** Variables that the test runner sets and that would leak into a build (it reads them as its own). */
const ofTheRunner = /^(VITEST|NODE_ENV$|BASE_URL$|MODE$|DEV$|PROD$|SSR$|TEST$|SITE$|BASE$)/;

/** The environment for a build started by a test: as a person's shell has it, plus what the test sets. */
export function cleanEnv(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !ofTheRunner.test(name));
  return { ...Object.fromEntries(kept), NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1', ...more };
}
