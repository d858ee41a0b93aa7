import type { Choice } from '../importer/detect-structure.ts';
import type { Imported, ImportOptions } from '../importer/import-speech.ts';
import { readChoice } from '../importer/line-choice.ts';
import { speechSchema } from '../schemas/speech.ts';
import { askAtTerminal, type Questions } from './questions.ts';

/** Asks the editor about a speech before it is written: what to leave out and join, and what is not in the file. */
export async function askAbout(imported: Imported, options: ImportOptions, onCancel: () => void, ask: Questions = askAtTerminal(onCancel)): Promise<ImportOptions> {
  const { structure, metadata } = imported;
  try {
    console.log('\nEnter takes what stands in [brackets]; Ctrl-C stops, and nothing is written.\n');
    const remove = structure.removable.length ? await lines(ask, 'Leave these lines out: all, none, or their numbers', 'none') : options.remove;
    const join = structure.joinable.length ? await lines(ask, 'Join these lines to those before them: all, none, or their numbers', 'all') : options.join;
    const { title, date } = metadata;
    const written = await ask.text('Title, its lines parted by /', title.lines.join(' / '));
    const lineList = written.split(/\s+\/\s+|\s*／\s*/).filter((line) => line !== '');
    const titleEn = await ask.text('Title in English (leave it empty when there is none)', title.en ?? '');
    const short = await ask.text('Short name for lists', '');
    const shortEn = short && (await ask.text('Short name in English', titleEn || short));
    const edtf = await valid(
      ask,
      'Date: 2021, 2021-03, 2021-03-05, 2020?, 2022~; empty when it is not known',
      date.edtf,
      (text) => speechSchema.shape.date.shape.edtf.safeParse(text).success,
    );
    const kind = await valid(ask, `Kind: ${speechSchema.shape.kind.options.join(', ')}`, metadata.kind, (text) => (speechSchema.shape.kind.options as string[]).includes(text));
    const speaker = await both(ask, 'Speaker', metadata.speaker.status === 'unknown' ? '' : metadata.speaker.zh, metadata.speaker.en);
    const place = await both(ask, 'Place', metadata.place.status === 'unknown' ? '' : metadata.place.zh, metadata.place.en);
    const id = await valid(ask, 'Name of the file and its address', imported.id, (text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 80);
    const same = lineList.join('\n') === title.lines.join('\n');
    return {
      ...options,
      ...(remove ? { remove } : {}),
      ...(join ? { join } : {}),
      id,
      told: {
        ...options.told,
        ...(same && !title.supplied ? {} : { title: lineList }),
        ...(titleEn ? { titleEn } : {}),
        ...(short ? { short: { zh: short, en: shortEn || short } } : {}),
        ...(edtf === date.edtf ? {} : { date: edtf }),
        kind: kind as NonNullable<typeof options.told>['kind'],
        speaker,
        place,
      },
    };
  } finally {
    ask.close();
  }
}

async function valid(ask: Questions, question: string, proposed: string, isValid: (text: string) => boolean): Promise<string> {
  for (;;) {
    const answer = await ask.text(question, proposed);
    if (isValid(answer)) return answer;
    console.log(`  “${answer}” will not do.`);
  }
}

async function lines(ask: Questions, question: string, proposed: string): Promise<Choice> {
  return readChoice(await valid(ask, question, proposed, (text) => readChoice(text) !== undefined))!;
}

async function both(ask: Questions, what: string, zh: string, en: string): Promise<{ zh: string; en: string } | undefined> {
  const name = await ask.text(`${what} (leave it empty when the source does not say)`, zh);
  return name === '' ? undefined : { zh: name, en: (await ask.text(`${what} in English`, en && zh ? en : name)) || name };
}
