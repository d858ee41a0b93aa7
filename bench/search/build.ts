import { join } from 'node:path';
import type { Builder } from './engines/engine.ts';

// node bench/search/build.ts <builder> <count> <seed> <folder> [module]: builds one engine's files; run.ts measures it.
const [name, count, seed, folder, module] = process.argv.slice(2);
const { build } = (await import(join(import.meta.dirname, 'engines', `${name}.ts`))) as { build: Builder };
await build({ count: Number(count), seed: Number(seed) }, folder!, module);
