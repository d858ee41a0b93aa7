import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readCorpus } from '../corpus/corpus.ts';
import { formatProblem, sortProblems } from '../text/problems.ts';
import { ContentError } from './speech-loader.ts';

/** Stops a build when the glossary, the sources, the notes or the locks are not in order; the loader does so for the speeches. */
export function contentCheck(): AstroIntegration {
  return {
    name: 'tifa-content-check',
    hooks: {
      'astro:config:setup': ({ config, command }) => {
        if (command !== 'build') return;
        const { problems } = readCorpus(fileURLToPath(config.root));
        if (problems.length) throw new ContentError(problems.length, sortProblems(problems).map(formatProblem).join('\n'));
      },
    },
  };
}
