import { describe, expect, test } from 'vitest';
import type { Lock } from '../../../src/text/permalinks/lock.ts';
import { passagesOf } from '../../../src/text/types.ts';
import { frontMatter, frontMatterAnd, frontMatterWith, lockOf, parse, passageOf, realSpeech, realSpeeches, report, reportOn, speechOf } from '../support/speech.ts';

const notes = 'hope: { zh: 注, en: note, basis: inferred }\nslip: { corr: 丰收, zh: 误, en: slip, basis: seen, source: gwr-2018 }\n';
const reportOnFile = (text: string) => report(parse(text).problems);

describe('the tree of a speech', () => {
  const speech = speechOf('同志们：\n\n开场。\n\n## 一、形势\n\n稳。进。\n\n## 二、任务\n\n好。\n');

  test('has its heads as sections, and a first section without a head', () => {
    expect(speech.sections.map(({ id, head, passages }) => [id, head?.text ?? null, passages.map((passage) => passage.id)])).toEqual([
      ['s-p1', null, ['p1', 'p2']],
      ['h1', '一、形势', ['p3']],
      ['h2', '二、任务', ['p4']],
    ]);
  });

  test('has a new section after a break', () => {
    expect(speechOf('甲。\n\n---\n\n乙。\n\n---\n\n## 一、丙\n\n丁。').sections.map(({ id }) => id)).toEqual(['s-p1', 's-p2', 'h1']);
  });

  test('has no section for a break at the end', () => {
    expect(speechOf('甲。\n\n---\n').sections.map(({ id }) => id)).toEqual(['s-p1']);
  });

  test('may have a head without passages', () => {
    expect(speechOf('## 一、形势\n\n## 二、任务\n\n好。').sections.map(({ passages }) => passages.length)).toEqual([0, 1]);
  });

  test('knows its sentences by id and place', () => {
    expect(speech.sections[1]!.passages[0]!.sentences.map(({ id, start, end, text }) => [id, start, end, text])).toEqual([
      ['p3s1', 0, 2, '稳。'],
      ['p3s2', 2, 4, '进。'],
    ]);
  });

  test('calls the first passage a salutation when it greets', () => {
    expect(passagesOf(speech).map(({ kind }) => kind)).toEqual(['salutation', 'paragraph', 'paragraph', 'paragraph']);
  });

  test('calls no later passage a salutation', () => {
    expect(passagesOf(speechOf('开场。\n\n同志们：')).map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph']);
  });

  test('marks a run-in head when more follows it', () => {
    expect(passagesOf(speechOf('一是稳中求进。要稳。\n\n二是守正创新。')).map(({ runIn }) => runIn)).toEqual([true, false]);
  });

  test('keeps the three blanks inside a line of the title', () => {
    expect(speechOf('稳。', { front: frontMatterWith(3, '  lines: ["锚定   目标", "——讲话"]') }).title.lines).toEqual(['锚定   目标', '——讲话']);
  });

  test('says when the title is the editors’', () => {
    expect([speech.title.supplied, speechOf('稳。', { front: frontMatterWith(3, '  lines: [讲话]\n  supplied: true') }).title.supplied]).toEqual([false, true]);
  });

  test('carries the revision of its lock', () => {
    const lock = { ...lockOf(parse(`${frontMatter}稳。`))!, revision: 7 };
    expect(parse(`${frontMatter}稳。`, { lock }).speech!.revision).toBe(7);
  });
});

describe('mentions', () => {
  const mentionsIn = (body: string) => passageOf(body).mentions.map(({ term, start, end }) => `${term}@${start}-${end}`);

  test('are found by the matcher', () => {
    expect(mentionsIn('三农丰收，丰收节。')).toEqual(['san-nong@0-2', 'feng-shou@2-4']);
  });

  test('are found in heads', () => {
    expect(speechOf('## 一、丰收\n\n稳。').sections[0]!.head!.mentions).toEqual([{ term: 'feng-shou', start: 2, end: 4 }]);
  });

  test('are found across the edge of a component', () => {
    expect(passageOf('粮食<Note id="hope">安全</Note>。', { notes: 'hope: { zh: 注, en: note, basis: text }' }).mentions).toEqual([
      { term: 'liang-shi-an-quan', start: 0, end: 4 },
    ]);
  });

  test('are forced by <Term>', () => {
    expect(mentionsIn('<Term id="feng-shou">大丰收</Term>丰收')).toEqual(['feng-shou@0-3', 'feng-shou@3-5']);
  });

  test('are forbidden by <NoTerm>', () => {
    expect(mentionsIn('<NoTerm>丰收</NoTerm>丰收')).toEqual(['feng-shou@2-4']);
  });
});

describe('redactions', () => {
  const front = frontMatterAnd('redactions: { marks: [X, XX, "**"] }');
  const redactionsIn = (body: string) => passageOf(body, { front }).redactions.map(({ mark, kind, start }) => `${mark}@${start} ${kind}`);

  test('are the marks that the front matter declares', () => {
    expect(redactionsIn('在XX市，\\*\\*书记')).toEqual(['XX@1 unspecified', '**@5 unspecified']);
  });

  test('are none without a declaration', () => {
    expect(passageOf('在XX市').redactions).toEqual([]);
  });

  test('are what <Gap> says they are', () => {
    expect(redactionsIn('在<Gap kind="place">XX</Gap>市，X年')).toEqual(['XX@1 place', 'X@5 unspecified']);
  });

  test('may be declared by <Gap> alone', () => {
    expect(redactionsIn('在<Gap kind="name">某某</Gap>市')).toEqual(['某某@1 name']);
  });

  test('are of the kind that the front matter gives for their context, unless <Gap> says otherwise', () => {
    const kinds = frontMatterAnd('redactions: { marks: [X], kinds: { ordinal: [X届], number: [X] } }');
    expect(passageOf('X届<Gap kind="year">X</Gap>届X个', { front: kinds }).redactions.map(({ kind }) => kind)).toEqual(['ordinal', 'year', 'number']);
  });

  test('are none where <Gap kind="none"> says so', () => {
    expect(redactionsIn('唯一<Gap kind="none">X</Gap>厂')).toEqual([]);
  });
});

describe('notes', () => {
  test('carry the words, the evidence and the place of the notes file', () => {
    expect(passageOf('要<Note id="hope">丰收</Note>，<Sic id="slip">丰受</Sic>', { notes }).notes).toEqual([
      { id: 'hope', kind: 'note', start: 1, end: 3, text: { zh: '注', en: 'note' }, basis: 'inferred' },
      { id: 'slip', kind: 'sic', start: 4, end: 6, corr: '丰收', text: { zh: '误', en: 'slip' }, basis: 'seen', source: 'gwr-2018' },
    ]);
  });

  test('stand in the order of the text, the wider before the narrower', () => {
    expect(passageOf('<Note id="hope"><Sic id="slip">丰受</Sic>年</Note>', { notes }).notes.map(({ id }) => id)).toEqual(['hope', 'slip']);
  });

  test('of <Note> propose no reading, even when the notes file has one', () => {
    expect(passageOf('<Note id="slip">丰受</Note>', { notes: notes.split('\n')[1]! }).notes[0]).not.toHaveProperty('corr');
  });
});

describe('references to nothing are refused, with their place', () => {
  test('a term that is not there, with a proposal', () => {
    expect(reportOn('稳。\n\n要<Term id="san-nogn">三农</Term>')).toMatchInlineSnapshot(`
      "speech.mdx:15:2  <Term id="san-nogn"> names a term that the glossary does not have.
          Write the slug of an existing entry, or add src/content/glossary/san-nogn.mdx. Did you mean “san-nong”?"
    `);
  });

  test('a note that is not there', () => {
    expect(reportOn('要<Note id="hope">丰收</Note>')).toMatchInlineSnapshot(`
      "speech.mdx:13:2  The note “hope” is not written yet.
          Add “hope:” to the notes file of this speech in src/content/notes/."
    `);
  });

  test('a slip that is not there, with a proposal', () => {
    expect(reportOn('要<Sic id="slop">丰受</Sic>', { notes })).toMatchInlineSnapshot(`
      "notes.yaml:1:1  The note “hope” is not anchored anywhere in the speech.
          Mark its words with <Note id="hope">…</Note> or <Sic id="hope">…</Sic>, or remove the note.
      notes.yaml:2:1  The note “slip” is not anchored anywhere in the speech.
          Mark its words with <Note id="slip">…</Note> or <Sic id="slip">…</Sic>, or remove the note.
      speech.mdx:13:2  The note “slop” is not written yet.
          Add “slop:” to the notes file of this speech in src/content/notes/. Did you mean “slip”?"
    `);
  });

  test('a note that is anchored nowhere', () => {
    expect(reportOn('要<Sic id="slip">丰受</Sic>', { notes })).toMatchInlineSnapshot(`
      "notes.yaml:1:1  The note “hope” is not anchored anywhere in the speech.
          Mark its words with <Note id="hope">…</Note> or <Sic id="hope">…</Sic>, or remove the note."
    `);
  });

  test('a note whose name is used only by a term', () => {
    expect(reportOn('要<Term id="san-nong">三农</Term>', { notes: '\n\nsan-nong: { zh: 注, en: note, basis: text }' })).toMatchInlineSnapshot(`
      "notes.yaml:3:1  The note “san-nong” is not anchored anywhere in the speech.
          Mark its words with <Note id="san-nong">…</Note> or <Sic id="san-nong">…</Sic>, or remove the note."
    `);
  });

  test('a slip without a reading', () => {
    expect(reportOn('要<Sic id="hope">丰受</Sic>', { notes: notes.split('\n')[0]! })).toMatchInlineSnapshot(`
      "speech.mdx:13:2  <Sic>: the note “hope” proposes no reading (corr).
          Write it as <Note id="hope">…</Note>, or add “corr:” to the note."
    `);
  });

  test('a label for a place that the speech does not have', () => {
    expect(reportOnFile(`${frontMatterAnd('contents:\n  p1: { zh: 稳, en: steady }\n  h1: { zh: 形势, en: situation }')}稳。`)).toMatchInlineSnapshot(`
      "speech.mdx:14:3  Field “contents.h1” names “h1”, and the speech has no such section head or passage.
          Use an id from the lock file in src/content/permalinks/."
    `);
  });

  test('a context of redactions that the speech does not have, or without a mark', () => {
    expect(reportOnFile(`${frontMatterAnd('redactions:\n  marks: [X]\n  kinds: { year: [X年], place: [稳], ordinal: [X届] }')}稳。X届。`)).toMatchInlineSnapshot(`
      "speech.mdx:14:19  The context “X年” fits no redaction of the speech.
          Write a string of the text with a redaction mark in it, such as X届, or remove it.
      speech.mdx:14:32  The context “稳” fits no redaction of the speech.
          Write a string of the text with a redaction mark in it, such as X届, or remove it."
    `);
  });

  test.each(['p1', 'h1', 's-p1'])('a label for %s is none of them', (id) => {
    expect(reportOnFile(`${frontMatterAnd(`contents: { ${id}: { zh: 稳, en: steady } }`)}稳。\n\n## 一、形势\n\n进。`)).toBe('');
  });
});

describe('a title', () => {
  test('stands in for its translation and its short name until there are any', () => {
    const front = frontMatter.replace(/ {2}en: On the harvest\n {2}short: .*\n/, '').replace('关于丰收的讲话', '在全市乡村振兴暨粮食安全工作电视电话会议上的讲话');
    const title = speechOf('稳。', { front }).meta.title;
    expect([title.en, title.short]).toEqual([
      '在全市乡村振兴暨粮食安全工作电视电话会议上的讲话',
      { zh: '在全市乡村振兴暨粮食安全工作电视电话会…', en: '在全市乡村振兴暨粮食安全工作电视电话会…' },
    ]);
  });
});

describe('front matter that is not right is refused, with its place', () => {
  const reportWith = (line: number, written: string) => reportOnFile(`${frontMatterWith(line, written)}稳。`);

  test('a missing field', () => {
    expect(reportWith(7, '')).toMatchInlineSnapshot(`
      "speech.mdx:2:1  Field “genre” is missing (expected object).
          Add “genre:” to the front matter; the guide for editors has an example."
    `);
  });

  test('a missing field of a field', () => {
    expect(reportWith(8, 'speaker: { zh: 未见, status: unknown }')).toMatchInlineSnapshot(`
      "speech.mdx:8:1  Field “speaker.en” is missing (expected string).
          Add “speaker.en:” to the front matter; the guide for editors has an example."
    `);
  });

  test('a missing kind', () => {
    expect(reportWith(6, '')).toMatchInlineSnapshot(`
      "speech.mdx:2:1  Field “kind” is missing (expected one of plenum-speech, study-session-remarks, work-report, address, article).
          Add “kind:” to the front matter; the guide for editors has an example."
    `);
  });

  test('a kind that is not known', () => {
    expect(reportWith(6, 'kind: poem')).toMatchInlineSnapshot(`
      "speech.mdx:6:1  Field “kind”: invalid option: expected one of "plenum-speech"|"study-session-remarks"|"work-report"|"address"|"article".
          The guide for editors lists every field with an example."
    `);
  });

  test('a field that is not known', () => {
    expect(reportWith(6, 'kind: address\nspeeker: x')).toMatchInlineSnapshot(`
      "speech.mdx:7:1  Field “speeker” is not known here.
          Check its spelling and its indentation, or remove it."
    `);
  });

  test('a date that is not in EDTF', () => {
    expect(reportWith(10, 'date: { edtf: "about 2020", written: { zh: 2020年, en: "2020", basis: inferred } }')).toMatchInlineSnapshot(`
      "speech.mdx:10:9  Field “date.edtf”: write the date in EDTF, such as "2020?" or "2022-01-07".
          The guide for editors lists every field with an example."
    `);
  });

  test('a date that is a number', () => {
    expect(reportWith(10, 'date: { edtf: 2020, written: { zh: 2020年, en: "2020", basis: inferred } }')).toMatchInlineSnapshot(`
      "speech.mdx:10:9  Field “date.edtf”: invalid input: expected string, received number.
          The guide for editors lists every field with an example."
    `);
  });

  test.each(['', '2020', '2020?', '2022~', '2021%', '2022-01', '2022-01-07', '2022-01?'])('the date “%s” is in EDTF', (date) => {
    expect(reportWith(10, `date: { edtf: "${date}", written: { zh: 2020年, en: "2020", basis: inferred } }`)).toBe('');
  });

  test('a checksum that is none', () => {
    expect(reportWith(11, 'source: { file: harvest.txt, sha256: abc }')).toMatchInlineSnapshot(`
      "speech.mdx:11:30  Field “source.sha256”: write the SHA-256 of the source file in hexadecimal.
          The guide for editors lists every field with an example."
    `);
  });

  test('a title without lines', () => {
    expect(reportWith(3, '  lines: []')).toMatchInlineSnapshot(`
      "speech.mdx:3:3  Field “title.lines”: too small: expected array to have >=1 items.
          The guide for editors lists every field with an example."
    `);
  });

  test('a text with a colon and without quotation marks', () => {
    expect(reportWith(4, '  en: On the harvest: a speech')).toMatchInlineSnapshot(`
      "speech.mdx:4:7  The YAML cannot be read: Nested mappings are not allowed in compact mappings
          Put texts that contain a colon, a # or a quotation mark in "double quotes", and indent with two blanks."
    `);
  });

  test('a redaction mark ** without quotation marks', () => {
    expect(reportOnFile(`${frontMatterAnd('redactions: { marks: [**] }')}稳。`)).toMatchInlineSnapshot(`
      "speech.mdx:12:23  The YAML cannot be read: ** is read as a reference; a text that begins with * needs quotation marks
          Put texts that contain a colon, a # or a quotation mark in "double quotes", and indent with two blanks."
    `);
  });

  test('none at all', () => {
    expect(reportOnFile('稳。')).toMatchInlineSnapshot(`
      "speech.mdx:1:1  The file does not begin with front matter.
          Begin the first line with ---, write the fields, and close them with a line of --- again."
    `);
  });

  test('problems of the text are told all the same', () => {
    expect(
      reportOnFile(`${frontMatterWith(6, 'kind: poem')}**稳**`)
        .split('\n')
        .filter((line) => !line.startsWith(' ')),
    ).toEqual([expect.stringContaining('speech.mdx:6:1  Field “kind”'), expect.stringContaining('speech.mdx:13:1  The text contains Markdown markup (bold)')]);
  });
});

describe('a speech without text is refused', () => {
  test('an empty file', () => {
    expect(reportOnFile('')).toMatchInlineSnapshot(`
      "speech.mdx:1:1  The file does not begin with front matter.
          Begin the first line with ---, write the fields, and close them with a line of --- again.
      speech.mdx:1:1  The file has no text after its front matter.
          Write the speech below the front matter, one paragraph a line."
    `);
  });

  test('front matter alone', () => {
    expect(reportOnFile(frontMatter)).toMatchInlineSnapshot(`
      "speech.mdx:13:1  The file has no text after its front matter.
          Write the speech below the front matter, one paragraph a line."
    `);
  });

  test('heads alone', () => {
    expect(reportOn('## 一、形势\n')).toMatchInlineSnapshot(`
      "speech.mdx:14:1  The file has no text after its front matter.
          Write the speech below the front matter, one paragraph a line."
    `);
  });
});

describe('a text that disagrees with its lock is refused, with the line of the first difference', () => {
  const body = '同志们：\n\n## 一、形势\n\n稳中求进。守正创新。\n\n## 二、任务\n\n丰收在望，粮食安全有保障，三农工作稳步推进。\n';
  const lock = lockOf(parse(frontMatter + body))!;
  const reportAgainst = (text: string, against: Lock = lock) => report(parse(text, { lock: against }).problems);
  const changed = (from: string, to: string) => reportAgainst(frontMatter + body.replace(from, to));

  test('the same text agrees', () => {
    expect(reportAgainst(frontMatter + body)).toBe('');
  });

  test('a changed word', () => {
    expect(changed('粮食安全有保障', '粮食安全无保障')).toMatchInlineSnapshot(`
      "speech.mdx:21:1  The text disagrees with its lock at p3: the file says “…，粮食安全无保障，三农工作稳步推进。”, the lock “…，粮食安全有保障，三农工作稳步推进。”.
          If the change is meant, run: npm run permalinks. If not, undo it in the speech."
    `);
  });

  test('a changed word in a head', () => {
    expect(changed('二、任务', '二、要务')).toMatchInlineSnapshot(`
      "speech.mdx:19:1  The text disagrees with its lock at h2: the file says “二、要务”, the lock “二、任务”.
          If the change is meant, run: npm run permalinks. If not, undo it in the speech."
    `);
  });

  test('a changed title', () => {
    expect(reportAgainst(frontMatterWith(3, '  lines: ["关于歉收的讲话"]') + body)).toMatchInlineSnapshot(`
      "speech.mdx:3:1  The text disagrees with its lock at t1: the file says “关于歉收的讲话”, the lock “关于丰收的讲话”.
          If the change is meant, run: npm run permalinks. If not, undo it in the speech."
    `);
  });

  test('a changed title that does not stand first', () => {
    const [open, ...lines] = frontMatterWith(3, '  lines: ["关于歉收的讲话"]').split('\n');
    const moved = [open, ...lines.slice(4, 10), ...lines.slice(0, 4), ...lines.slice(10)].join('\n');
    expect(reportAgainst(moved + body)).toContain('speech.mdx:9:1  The text disagrees with its lock at t1');
  });

  test('a passage more at the end', () => {
    expect(reportAgainst(`${frontMatter}${body}\n完。\n`)).toMatchInlineSnapshot(`
      "speech.mdx:23:1  The text disagrees with its lock at the end: the file says “完。”, the lock nothing.
          If the change is meant, run: npm run permalinks. If not, undo it in the speech."
    `);
  });

  test('a passage more in between', () => {
    expect(changed('稳中求进', '新的一段。\n\n稳中求进')).toMatchInlineSnapshot(`
      "speech.mdx:17:1  The text disagrees with its lock at p2: the file says “新的一段。”, the lock “稳中求进。守正创新。”.
          If the change is meant, run: npm run permalinks. If not, undo it in the speech."
    `);
  });

  test('a passage less', () => {
    expect(changed('\n\n丰收在望，粮食安全有保障，三农工作稳步推进。', '')).toMatchInlineSnapshot(`
      "speech.mdx:17:1  The text disagrees with its lock at p3: the file says nothing, the lock “丰收在望，粮食安全有保障，三农…”.
          If the change is meant, run: npm run permalinks. If not, undo it in the speech."
    `);
  });

  test('a head less', () => {
    expect(changed('## 二、任务\n\n', '')).toMatchInlineSnapshot(`
      "speech.mdx:15:1  The text disagrees with its lock at h2: the file says nothing, the lock “二、任务”.
          If the change is meant, run: npm run permalinks. If not, undo it in the speech."
    `);
  });

  test('a mark is noticed, though the receipt ignores its style', () => {
    expect(changed('守正创新。', '守正创新.')).toContain('speech.mdx:17:1');
  });

  test('a component around words is no change', () => {
    expect(changed('守正创新', '<NoTerm>守正</NoTerm>创新')).toBe('');
  });

  test('the speech is still there, with ids for the time being', () => {
    const { speech } = parse(`${frontMatter}${body}\n完。\n`, { lock });
    expect(passagesOf(speech!).map(({ id }) => id)).toEqual(['p1', 'p2', 'p3', 'p4']);
  });
});

describe('a speech without a lock', () => {
  test('is refused', () => {
    expect(reportOn('稳。', { lock: undefined })).toMatchInlineSnapshot(`
      "speech.mdx:1:1  The speech “harvest” has no permalinks yet.
          Run: npm run permalinks"
    `);
  });

  test('has ids for the time being, and revision 0', () => {
    const { speech } = parse(`${frontMatter}稳。\n\n进。`, { lock: undefined });
    expect([speech!.revision, ...passagesOf(speech!).map(({ id }) => id)]).toEqual([0, 'p1', 'p2']);
  });

  test('gives the permalink command its units', () => {
    expect(parse(`${frontMatter}稳。进。\n\n## 一、丰收`, { lock: undefined }).units).toEqual({
      title: '关于丰收的讲话',
      heads: [{ text: '一、丰收', before: 1 }],
      passages: [['稳。', '进。']],
    });
  });
});

describe.each(realSpeeches)('the speech %s', (id) => {
  const speech = realSpeech(id);
  const texts = [...speech.sections.flatMap(({ head }) => (head ? [head] : [])), ...passagesOf(speech)];

  test('has an id only once', () => {
    const ids = [speech.title.id, ...texts.map((text) => text.id), ...passagesOf(speech).flatMap(({ sentences }) => sentences.map((sentence) => sentence.id))];
    expect(ids).toEqual([...new Set(ids)]);
  });

  test('has passages that are their sentences joined', () => {
    for (const { text, sentences } of passagesOf(speech)) expect(sentences.map((sentence) => sentence.text).join('')).toBe(text);
  });

  test('has mentions that never overlap', () => {
    for (const { mentions } of texts) for (const [i, { start }] of mentions.slice(1).entries()) expect(start).toBeGreaterThanOrEqual(mentions[i]!.end);
  });

  test('greets its audience first', () => {
    expect(passagesOf(speech)[0]!.kind).toBe('salutation');
  });
});

test.each([
  ['district-plenum', 16],
  ['ziyang-study-session', 7],
] as const)('%s has %i run-in heads', (id, count) => {
  expect(passagesOf(realSpeech(id)).filter(({ runIn }) => runIn)).toHaveLength(count);
});

describe('components that stand in each other’s way', () => {
  test('a note anchored twice is a problem at its second place', () => {
    expect(reportOn('甲<Note id="hope">乙</Note>丙<Note id="hope">丁</Note>。', { notes: notes.split('\n')[0]! })).toMatch(
      /^speech\.mdx:\d+:\d+ {2}The note “hope” is anchored a second time\.\n {4}Each note stands at one place/,
    );
  });

  test('a <Term> inside a <Term> is a problem', () => {
    expect(reportOn('甲<Term id="liang-shi-an-quan">乙<Term id="liang-shi-an-quan">丙</Term></Term>。')).toContain('<Term id="liang-shi-an-quan"> stands inside another <Term>');
  });
});
