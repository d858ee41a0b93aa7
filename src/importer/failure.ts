/** Everything for which a file cannot be imported: for each kind why, and what can be done. */
export const failures = {
  'not-found': (d: { name: string }) => ({ message: `There is no file ${d.name}.`, hint: 'Check the path; put quotation marks around a name with blanks.' }),
  'unreadable-file': (d: { reason: string }) => ({ message: `The file cannot be read: ${d.reason}.`, hint: 'Check that it is a file and that you may read it.' }),
  'too-large': (d: { size: string; most: string }) => ({
    message: `The file has ${d.size}; files of more than ${d.most} are not read.`,
    hint: 'A speech is never so large. Save its text alone.',
  }),
  'empty-file': () => ({ message: 'The file is empty.', hint: 'Save it again from where it came from.' }),
  'no-text': (d: { why: string }) => ({ message: `There is no text in the file${d.why}.`, hint: 'Open it, copy the text, and paste it: npm run import -- -' }),
  binary: (d: { what: string }) => ({ message: `This is ${d.what}, not a text.`, hint: 'Give a .txt, .md, .html or .docx file.' }),
  'other-format': (d: { what: string; how: string }) => ({ message: `This is ${d.what}, which the importer does not read.`, hint: d.how }),
  'unknown-encoding': (d: { label: string }) => ({
    message: `“${d.label}” is no encoding that is known here.`,
    hint: 'Write one of utf-8, utf-16le, utf-16be, gb18030, gbk, big5, or another label of the Encoding Standard, such as windows-1252.',
  }),
  'wrong-encoding': (d: { encoding: string; line: number; byte: number; said: string }) => ({
    message: `The file is not ${d.encoding}, as ${d.said} says: on line ${d.line}, byte ${d.byte} cannot be.`,
    hint: 'Name the right encoding with --encoding, or leave it out and let it be found.',
  }),
  'mixed-encodings': (d: { encoding: string; other: string; lines: readonly number[] }) => ({
    message: `The file mixes encodings: most of it is ${d.encoding}, but ${lineList(d.lines)} ${d.lines.length === 1 ? 'is' : 'are'} ${d.other}.`,
    hint: 'Save the parts in one encoding (UTF-8 is best). --encoding takes the file as it is in the one named.',
  }),
  'damaged-encoding': (d: { encoding: string; line: number; byte: number }) => ({
    message: `The file reads as ${d.encoding}, but on line ${d.line}, byte ${d.byte} is broken.`,
    hint: 'The file was cut or damaged. Fetch it again, or save it anew as UTF-8.',
  }),
  'doubtful-encoding': (d: { guesses: string }) => ({
    message: `The encoding is in doubt: ${d.guesses}.`,
    hint: 'Name it with --encoding (utf-8, utf-16le, utf-16be, gb18030, big5, …), and look at what comes out with --dry-run.',
  }),
  'other-encoding': (d: { encoding: string; sample: string; other: string; otherSample: string }) => ({
    message: `The file is not ${d.encoding}: read so, it says “${d.sample}”; it is ${d.other}, and says “${d.otherSample}”.`,
    hint: 'Leave --encoding out, or name the encoding that it has.',
  }),
  mojibake: (d: { sample: string; meant: string }) => ({
    message: `The text is garbled: UTF-8 was read as GBK and saved again, so that “${d.meant}” became “${d.sample}”.`,
    hint: 'Fetch the original file again. If this is the text, say so with --encoding utf-8.',
  }),
  'bad-archive': (d: { reason: string }) => ({ message: `The .docx cannot be opened: ${d.reason}.`, hint: 'Open it in a word processor and save it again as .docx.' }),
  bomb: (d: { part: string; most: string }) => ({
    message: `The .docx unpacks to more than it may: ${d.part} is larger than ${d.most}.`,
    hint: 'Such a file is not a speech. If you trust it, save its text as .txt.',
  }),
  'bad-id': (d: { id: string }) => ({
    message: `“${d.id}” cannot be a file name, because it becomes part of an address.`,
    hint: 'Use lower-case letters and digits joined by hyphens, at most 80, such as work-report-2021.',
  }),
  'no-id': () => ({ message: 'No name for the speech could be made from the file or its title.', hint: 'Give it one with --id, such as --id work-report-2021.' }),
  exists: (d: { file: string }) => ({
    message: `${d.file} is there already, and is not overwritten.`,
    hint: 'Give another name with --id; with --force the old file is kept beside it as a copy.',
  }),
  'imported-before': (d: { file: string }) => ({
    message: `The same file was imported before, as ${d.file}.`,
    hint: 'Nothing to do. To import it anew, add --force; the old file is kept beside it as a copy.',
  }),
  'bad-line': (d: { option: string; line: string }) => ({
    message: `--${d.option} names line ${d.line}, which the text does not have or which was not offered.`,
    hint: 'Take the numbers from what --dry-run prints.',
  }),
  unfaithful: (d: { line: number }) => ({
    message: `What was written would not give the text back (line ${d.line} of the source). Nothing was written.`,
    hint: 'This is a fault of the importer. Please report it with the file.',
  }),
  'unreadable-result': (d: { reason: string }) => ({
    message: `What was made of the file cannot be read: ${d.reason} Nothing was written.`,
    hint: 'Look at what you gave with --title, --date or --language; otherwise this is a fault of the importer, please report it with the file.',
  }),
  fault: (d: { reason: string }) => ({
    message: `The importer failed: ${d.reason}. Nothing was written.`,
    hint: 'This is a fault of the importer. Please report it with the file.',
  }),
  'not-written': (d: { file: string; reason: string }) => ({
    message: `${d.file} could not be written: ${d.reason}.`,
    hint: 'Nothing half-written was left. Mend the cause and run the command again.',
  }),
} satisfies Record<string, (details: never) => { message: string; hint: string }>;

export type FailureKind = keyof typeof failures;
type Details<K extends FailureKind> = Parameters<(typeof failures)[K]>[0];

/** Stops the import of one file; the message says why, the hint what can be done. */
export class ImportFailure extends Error {
  override name = 'ImportFailure';
  readonly kind: FailureKind;
  readonly hint: string;
  constructor(kind: FailureKind, told: { message: string; hint: string }) {
    super(told.message);
    this.kind = kind;
    this.hint = told.hint;
  }
}

/** Makes a failure of a catalogued kind. */
export function failure<K extends FailureKind>(kind: K, ...details: Details<K> extends undefined ? [] : [Details<K>]): ImportFailure {
  const describe = failures[kind] as (details: unknown) => { message: string; hint: string };
  return new ImportFailure(kind, describe(details[0]));
}

/** Line numbers in words, long lists cut: line 3; lines 3, 5–9 and 12. */
export function lineList(lines: readonly number[], most = 8): string {
  const runs: string[] = [];
  for (let i = 0; i < lines.length; ) {
    let end = i;
    while (lines[end + 1] === lines[end]! + 1) end++;
    runs.push(end === i ? `${lines[i]}` : `${lines[i]}–${lines[end]}`);
    i = end + 1;
  }
  const shown = runs.slice(0, most);
  const rest = runs.length - shown.length;
  const last = rest > 0 ? `${rest} more` : shown.pop()!;
  return `${lines.length === 1 ? 'line' : 'lines'} ${shown.length ? `${shown.join(', ')} and ` : ''}${last}`;
}
