import { shapeOf, type TextShape } from './common-characters.ts';
import { failure } from './failure.ts';

/** The encoding of a file, and on what that rests. */
export interface Encoding {
  /** Label of the Encoding Standard (https://encoding.spec.whatwg.org/#names-and-labels). */
  name: string;
  /** Between 0 and 1. */
  confidence: number;
  /** Why, in words. */
  why: string;
}

/** What is known before looking. */
export interface Known {
  /** The encoding that the editor named; it is obeyed. */
  named?: string | undefined;
  /** The encoding that the file says of itself, as HTML does; it is believed unless the bytes speak against it. */
  declared?: string | undefined;
}

/** A text with its encoding. */
export interface Decoded {
  text: string;
  encoding: Encoding;
}

/**
 * Decodes a file. A byte order mark decides; otherwise the bytes do: whether they are valid, and how many of the characters
 * that they give are common ones in Chinese prose. Throws an `ImportFailure` where that leaves a doubt, where a file mixes
 * encodings, and where the encoding that was named is not that of the file.
 */
export function decodeText(bytes: Uint8Array, { named, declared }: Known = {}): Decoded {
  if (named !== undefined) return obey(bytes, known(named));
  const mark = byteOrderMark(bytes);
  if (mark) return { text: decodeAs(bytes, mark, 'its byte order mark'), encoding: { name: mark, confidence: 1, why: 'byte order mark' } };
  try {
    return reconcile(detect(bytes), declared);
  } catch (error) {
    const valid = declared === undefined ? undefined : tryDecode(bytes, declared);
    if (valid === undefined || shapeOf(valid).odd > mostOdd) throw error;
    return { text: valid, encoding: { name: new TextDecoder(declared).encoding, confidence: 0.9, why: 'the page says so, and its bytes allow it' } };
  }
}

/** Decodes as the editor said, unless the file is beyond doubt something else. */
function obey(bytes: Uint8Array, name: string): Decoded {
  const text = decodeAs(bytes, name, '--encoding');
  const found = byteOrderMark(bytes) === undefined ? attempt(() => detect(bytes)) : undefined;
  const same = !found || found.encoding.name === name || (found.encoding.name === 'gb18030' && name === 'gbk') || found.encoding.why === asciiAlone;
  if (!same && shapeOf(text).common < 0.1 && shapeOf(found.text).beyond >= 6) {
    throw failure('other-encoding', { encoding: label(name), sample: sampleOf(text), other: label(found.encoding.name), otherSample: sampleOf(found.text) });
  }
  return { text, encoding: { name, confidence: 1, why: 'named with --encoding' } };
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** The label in its standard form, or a failure. */
function known(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw failure('unknown-encoding', { label });
  }
}

const marks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-32', [0xff, 0xfe, 0, 0]],
  ['utf-32', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const name = marks.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0];
  if (name === 'utf-32') throw failure('other-format', { what: 'a text in UTF-32', how: 'Save it as UTF-8.' });
  return name;
}

function tryDecode(bytes: Uint8Array, label: string): string | undefined {
  return attempt(() => new TextDecoder(label, { fatal: true }).decode(bytes));
}

function decodeAs(bytes: Uint8Array, label: string, said: string): string {
  const text = tryDecode(bytes, label);
  if (text === undefined) throw failure('wrong-encoding', { encoding: label, said, ...firstBroken(bytes, label) });
  return text;
}

/** Where a file stops being what it should be: the line, and the byte of the file, both from 1. */
function firstBroken(bytes: Uint8Array, label: string): { line: number; byte: number } {
  const run = (from: number, step: number, decoder = new TextDecoder(label, { fatal: true })) => {
    let text = decoder.decode(bytes.subarray(0, from), { stream: true });
    for (let at = from; at < bytes.length; at += step) {
      const more = attempt(() => decoder.decode(bytes.subarray(at, at + step), { stream: true }));
      if (more === undefined) return { at, text };
      text += more;
    }
    return { at: bytes.length - 1, text };
  };
  const { at, text } = run(run(0, 4096).at, 1);
  return { line: text.split('\n').length, byte: at + 1 };
}

/** The most that a text may have of characters that no text has: private use and the like. */
const mostOdd = 0.01;
/** The least share of common characters that Chinese text has. */
const leastCommon = 0.25;
/** Below this the encoding is in doubt. */
const leastConfidence = 0.99;

interface Candidate extends Decoded {
  shape: TextShape;
  /** How many characters speak for it. */
  hits: number;
}

const names = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;

function candidate(bytes: Uint8Array, name: string): Candidate | undefined {
  const text = tryDecode(bytes, name);
  if (text === undefined) return undefined;
  const shape = shapeOf(text);
  return { text, encoding: { name, confidence: 0, why: '' }, shape, hits: Math.round(shape.beyond * shape.common) };
}

function detect(bytes: Uint8Array): Decoded {
  if (!bytes.some((byte) => byte >= 0x80 || byte === 0)) return plainAscii(bytes);
  const utf8 = bytes.includes(0) ? undefined : candidate(bytes, 'utf-8');
  if (utf8) return checkUtf8(utf8, bytes);
  const wide = bytes.length % 2 === 0 ? [candidate(bytes, 'utf-16le'), candidate(bytes, 'utf-16be')] : [];
  const narrow = bytes.includes(0) ? [] : [candidate(bytes, 'gb18030'), candidate(bytes, 'big5')];
  const possible = [...narrow, ...wide].filter((one) => one !== undefined);
  const ranked = possible.filter(({ shape }) => shape.odd <= mostOdd).sort((a, b) => weight(b) - weight(a));
  const [best, second] = ranked;
  if (bytes.includes(0)) {
    if (best && weight(best) >= leastCommon) return settle(best, second);
    throw failure('binary', { what: 'a file with bytes that no text has' });
  }
  findMixture(bytes, best?.encoding.name);
  if (!best || best.shape.common < leastCommon) throw failure('doubtful-encoding', { guesses: guesses(bytes, possible) });
  return settle(best, second);
}

/** How well a reading looks: the share of common characters; a text in UTF-16 may have hardly any but ASCII. */
function weight({ shape, text }: Candidate): number {
  return shape.beyond * 20 < text.length ? 1 : shape.common;
}

const asciiAlone = 'ASCII alone';

function plainAscii(bytes: Uint8Array): Decoded {
  const text = new TextDecoder().decode(bytes);
  if (/~\{(?:[!-w][!-~])+~\}|\u001b\$/.test(text)) throw failure('doubtful-encoding', { guesses: 'all bytes are ASCII, but there are signs of HZ or ISO-2022' });
  if (shapeOf(text).odd > 2) throw failure('binary', { what: 'a file with control characters' });
  return { text, encoding: { name: 'utf-8', confidence: 1, why: asciiAlone } };
}

/** Texts in other encodings are hardly ever valid UTF-8 by chance, and less so with every further character; a handful may be. */
function checkUtf8(found: Candidate, bytes: Uint8Array): Decoded {
  const { text, shape } = found;
  const meant = shape.beyond >= 6 && shape.common < leastCommon ? ungarble(text) : undefined;
  if (meant) throw failure('mojibake', { sample: sampleOf(text), meant: sampleOf(meant) });
  const other = shape.beyond < 6 ? [candidate(bytes, 'gb18030'), candidate(bytes, 'big5')].find((one) => one && one.hits > found.hits) : undefined;
  if (other) throw failure('doubtful-encoding', { guesses: `the bytes are UTF-8 for “${sampleOf(text)}” and ${label(other.encoding.name)} for “${sampleOf(other.text)}”` });
  return { text, encoding: { name: 'utf-8', confidence: 1 - 2 ** -(shape.beyond + 4), why: `valid UTF-8 with ${shape.beyond} characters beyond ASCII` } };
}

/** What a text says that was UTF-8, was read as GBK and saved again; undefined when that does not give Chinese. */
function ungarble(text: string): string | undefined {
  const bytesOf = new Map<string, readonly number[]>();
  const gbk = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) bytesOf.set(gbk.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  const bytes = [...text.slice(0, 10_000)].flatMap((character) => (character < '\u0080' ? [character.charCodeAt(0)] : (bytesOf.get(character) ?? [0x3f])));
  const meant = new TextDecoder().decode(Uint8Array.from(bytes)).replaceAll('\ufffd', '');
  const shape = shapeOf(meant);
  return shape.beyond >= 3 && shape.common >= 2 * leastCommon ? meant : undefined;
}

/** Every hit that the best has over the second makes it ten times as likely: wrong readings have one in twenty, Chinese text one in two. */
function settle(best: Candidate, second: Candidate | undefined): Decoded {
  const { text, shape, hits, encoding } = best;
  const confidence = shape.beyond === 0 || shape.beyond * 20 < text.length ? leastConfidence : 1 - 10 ** -Math.max(0, Math.min(9, hits - (second?.hits ?? 0)));
  const others = second ? `; as ${label(second.encoding.name)} ${percent(second.shape.common)}` : '';
  const why = shape.beyond === 0 ? 'every character is a plain one' : `${percent(shape.common)} of its ${shape.beyond} characters beyond ASCII are common ones${others}`;
  if (confidence < leastConfidence)
    throw failure('doubtful-encoding', {
      guesses: `it may be ${label(encoding.name)} (“${sampleOf(text)}”)${second ? ` or ${label(second.encoding.name)} (“${sampleOf(second.text)}”)` : ''}`,
    });
  return { text, encoding: { name: encoding.name, confidence, why } };
}

/** Looks for lines in another encoding than the rest, and for damage. */
function findMixture(bytes: Uint8Array, best: string | undefined): void {
  const found = new Map<string, number[]>();
  let neither: number | undefined;
  for (const [i, line] of linesOf(bytes).entries()) {
    if (!line.some((byte) => byte >= 0x80)) continue;
    const readings = (['utf-8', 'gb18030', 'big5'] as const).map((name) => candidate(line, name)).filter((one) => one !== undefined && one.shape.odd <= mostOdd);
    const [first, next] = readings.sort((a, b) => b!.hits - a!.hits);
    if (!first) neither ??= i + 1;
    else if (first.hits >= 3 && first.hits >= 2 * (next?.hits ?? 0) && first.shape.common >= leastCommon)
      found.set(first.encoding.name, [...(found.get(first.encoding.name) ?? []), i + 1]);
  }
  const [most, other] = [...found].sort((a, b) => b[1].length - a[1].length);
  if (most && other) throw failure('mixed-encodings', { encoding: label(most[0]), other: label(other[0]), lines: other[1] });
  if (most && best === undefined) {
    const broken = firstBroken(bytes, most[0]);
    throw failure('damaged-encoding', { encoding: label(most[0]), line: neither ?? broken.line, byte: broken.byte });
  }
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let i = 0; i <= bytes.length; i++) {
    if (i < bytes.length && bytes[i] !== 0x0a && bytes[i] !== 0x0d) continue;
    lines.push(bytes.subarray(start, i));
    if (bytes[i] === 0x0d && bytes[i + 1] === 0x0a) i++;
    start = i + 1;
  }
  return lines;
}

/** What may be tried, for a message. */
function guesses(bytes: Uint8Array, possible: readonly Candidate[]): string {
  const letters = bytes.reduce((sum, byte) => sum + Number(byte < 0x80), 0) / bytes.length;
  if (letters > 0.9) return 'it is mostly ASCII with a few other bytes, perhaps windows-1252';
  if (possible.length === 0) return `its bytes are none of ${names.join(', ')}`;
  return `it could be ${possible.map(({ encoding, text }) => `${label(encoding.name)} (“${sampleOf(text)}”)`).join(' or ')}, but none looks like Chinese text`;
}

/** The page’s own word, beside what was found. */
function reconcile(found: Decoded, declared: string | undefined): Decoded {
  if (declared === undefined) return found;
  let label: string;
  try {
    label = new TextDecoder(declared).encoding;
  } catch {
    return found;
  }
  const same = label === found.encoding.name || (label === 'gbk' && found.encoding.name === 'gb18030') || found.encoding.why === asciiAlone;
  const why = same ? `${found.encoding.why}, and the page says so` : `${found.encoding.why}, although the page says ${declared}`;
  return { text: found.text, encoding: { ...found.encoding, why } };
}

const percent = (share: number) => `${Math.round(share * 100)} %`;
const sampleOf = (text: string) => (/[^\u0000-\u007f]{1,8}/.exec(text.replace(/\p{Co}/gu, '')) ?? [''])[0];

/** How an encoding is written for people. */
export function label(name: string): string {
  return name
    .toUpperCase()
    .replace('BIG5', 'Big5')
    .replace(/^WINDOWS/, 'Windows')
    .replace('UTF-16LE', 'UTF-16 LE')
    .replace('UTF-16BE', 'UTF-16 BE');
}
