import fc from 'fast-check';

/** Settings of every property: a fixed seed, so that a run can be repeated. */
export const runs = (numRuns: number) => ({ seed: 20261121, numRuns });

/** Any text of whole characters, from all of Unicode. */
export const anyText = fc.string({ unit: 'binary', maxLength: 60 });

/** Any string at all, lone surrogates included. */
export const anyUnits = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units));

/** Text made of the marks that segmentation looks at, with a few words between them. */
export const chineseMarks = fc
  .array(fc.constantFrom(...'。！？；，、：…—“”‘’（）《》「」【】〔〕"\'.!? \n这是的甲乙丙A1😀'), { maxLength: 80 })
  .map((characters) => characters.join(''));

/** Text in which HTML has something to escape. */
export const markupText = fc.array(fc.constantFrom(...'甲乙丙丁戊X*&<>"\'。'), { minLength: 1, maxLength: 40 }).map((characters) => characters.join(''));

/** Two offsets into a text of this length, the first before the second. */
export const spanIn = (length: number) => fc.tuple(fc.nat(length - 1), fc.nat(length - 1)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));

/** Spans into a text of this length that do not overlap, in order; some stretches are left out. */
export const disjointSpansIn = (length: number) =>
  fc.uniqueArray(fc.nat(length), { maxLength: 8 }).map((offsets) => {
    const cuts = offsets.sort((a, b) => a - b);
    return cuts.slice(1).flatMap((end, i) => (i % 3 === 2 ? [] : [{ start: cuts[i]!, end }]));
  });

/** Spans that cover a text of this length without gaps. */
export const partitionOf = (length: number) =>
  fc.uniqueArray(fc.integer({ min: 1, max: length }), { maxLength: 5 }).map((offsets) => {
    const cuts = [...new Set([0, ...offsets, length])].sort((a, b) => a - b);
    return cuts.slice(1).map((end, i) => ({ start: cuts[i]!, end }));
  });
