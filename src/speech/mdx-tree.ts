import { mdxToMdast } from 'satteri';
import type { Place } from '../text/problems.ts';

/** A node of MDX: the parts of mdast that matter here (https://github.com/syntax-tree/mdast, https://github.com/syntax-tree/mdast-util-mdx). */
export interface Node {
  type: string;
  position?: { start: { line: number; column: number; offset?: number }; end: { line: number; offset?: number } };
  children?: Node[];
  value?: string;
  name?: string | null;
  depth?: number;
  attributes?: { type: string; name?: string; value?: unknown }[];
}

/** Why a file is no MDX, and where. */
export interface Unreadable {
  place: Place;
  reason: string;
}

/** Reads MDX with the engine of the site, without running any of it: the nodes of a whole file, its front matter among them. */
export function readMdxTree(file: string, source: string): { nodes: readonly Node[] } | { unreadable: Unreadable } {
  try {
    return { nodes: (mdxToMdast(source, { features: { gfm: true, smartPunctuation: false } }) as unknown as Node).children ?? [] };
  } catch (error) {
    const [, line = '1', column = '1', reason = String(error)] = /^(\d+):(\d+): ([\s\S]*)$/.exec((error as Error).message) ?? [];
    return { unreadable: { place: { file, line: Number(line), column: Number(column) }, reason } };
  }
}

/** Where a node begins. */
export function placeOf({ position }: Node, file: string): Place {
  return { file, line: position?.start.line ?? 1, column: position?.start.column ?? 1 };
}
