import { pinyin } from 'pinyin-pro';
import { slug } from '../schemas/term.ts';
import { failure } from './failure.ts';

/** Longest name of a speech or term. */
const longest = 80;
/** Names that Windows keeps for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** The name, when it can be a file name and an address; otherwise an `ImportFailure`. It cannot lead out of its folder. */
export function checkId(id: string): string {
  if (!slug.safeParse(id).success || id.length > longest || reserved.test(id)) throw failure('bad-id', { id });
  return id;
}

/** Words that say nothing in a name. */
const idle = /^(?:the|a|an|of|on|at|in|to|for|and|by)$/;

/**
 * A name for a speech, from the name of its file when that has one worth keeping, or else from its title in pinyin without tones.
 * @example proposeId('business-climate.txt', []) // 'business-climate'
 * @example proposeId('讲话.docx', ['在全区工作会议上的讲话']) // 'quan-qu-gong-zuo-hui-yi-jiang-hua'
 */
export function proposeId(file: string, title: readonly string[], year = ''): string {
  const stem = file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  const own = toSlug(stem);
  const telling =
    /[a-z]{3}/.test(own) &&
    !/^(?:untitled|document|download|index|new|text|file|scan|page|copy|stdin)(?:-|$|\d)/.test(own) &&
    !/[0-9a-f]{12}/.test(own) &&
    !/\p{Script=Han}/u.test(stem);
  if (telling) return checkId(own.slice(0, longest).replace(/-+$/, ''));
  const main = title.find((line) => !/^[—–-]/.test(line)) ?? title[0] ?? '';
  const words = toSlug(main.replace(/……$|^在|上的|中的|[的地得和与及]/gu, ' '))
    .split('-')
    .filter((word) => word !== '' && !idle.test(word));
  const name = [...words.slice(0, 10), ...(year && !words.includes(year) ? [year] : [])].join('-').slice(0, longest).replace(/-+$/, '');
  if (!/[a-z]/.test(name)) throw failure('no-id');
  return checkId(name);
}

/** Lower-case letters and digits joined by hyphens; Chinese in pinyin without tones, a syllable a word. */
export function toSlug(text: string): string {
  return pinyin(text, { toneType: 'none', nonZh: 'consecutive', type: 'array' })
    .join(' ')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’]|\p{Mn}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
