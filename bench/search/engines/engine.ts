import type { CorpusRequest } from '../corpus.ts';

/** A way to search, as it is built and served. */
export interface Engine {
  /** As the tables call it. */
  name: string;
  /** What is built, in a folder of this name; engines that are asked in several ways share it. */
  build: string;
  /** Module in `engines/` that builds it. */
  builder: 'concordance' | 'pagefind' | 'peer' | 'scan';
  /** Module in `clients/` that the page runs, and how it asks. */
  client: 'concordance' | 'pagefind' | 'peer' | 'scan';
  mode?: string;
  /** The largest corpus that it is asked to bear. */
  most: number;
  /** True for files that hold the texts of results, not the index. */
  isText(path: string): boolean;
}

/**
 * Builds an engine's files into a folder.
 * @param module of a peer
 */
export type Builder = (request: CorpusRequest, folder: string, module?: string) => Promise<void>;

const none = () => false;
const pagefind = { build: 'pagefind', builder: 'pagefind', client: 'pagefind', most: 1000, isText: (path: string) => path.includes('/fragment/') } as const;
const peer = { builder: 'peer', client: 'peer', most: 1000, isText: none } as const;

/** Peers with a module in `peers/`, whose index is exported and loaded whole. */
export const exportingPeers = ['flexsearch', 'minisearch'];

/** All engines, ours first. */
export const engines: readonly Engine[] = [
  { name: 'Tifa', build: 'concordance', builder: 'concordance', client: 'concordance', most: 10_000, isText: (path) => path.includes('/speech/') },
  { name: 'Pagefind, bare', ...pagefind },
  { name: 'Pagefind, quoted', ...pagefind, mode: 'quoted' },
  { name: 'FlexSearch', build: 'flexsearch', ...peer, mode: 'flexsearch' },
  { name: 'MiniSearch', build: 'minisearch', ...peer, mode: 'minisearch' },
  { name: 'Download and scan', build: 'scan', builder: 'scan', client: 'scan', most: 10_000, isText: none },
];
