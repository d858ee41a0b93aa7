import { formatAddresses } from '../corpus/address-file.ts';
import { type Corpus, folders, lockFileOf, type OpenSpeech } from '../corpus/corpus.ts';
import { formatLock, readLock } from '../corpus/lock-file.ts';
import { type AddressChange, type AddressWishes, type PresentFiles, planAddresses } from '../corpus/plan-addresses.ts';
import { readContent } from '../corpus/read-folder.ts';
import { slug } from '../schemas/term.ts';
import { titleOf } from '../speech/to-json.ts';
import { bindIds, isMismatch } from '../text/permalinks/bind.ts';
import { type Change, changesBetween, losesMeaning } from '../text/permalinks/changes.ts';
import { likenessOfNames } from '../text/permalinks/likeness.ts';
import type { Lock, TextUnits } from '../text/permalinks/lock.ts';
import { mintLock } from '../text/permalinks/mint.ts';
import { brokenPromises } from '../text/permalinks/promises.ts';
import { reconcile } from '../text/permalinks/reconcile.ts';
import { sharedLetters } from '../text/permalinks/shared.ts';
import type { Problem } from '../text/problems.ts';

/** What happens to the lock of a speech. */
export interface SpeechPlan {
  id: string;
  /** The name under which the speech was locked before. */
  from?: string;
  old?: Lock;
  next: Lock;
  /** For a speech that was locked before, what becomes of each id. */
  changes: Change[];
}

/** Everything that the permalink command is about to do. */
export interface PermalinkPlan {
  speeches: SpeechPlan[];
  addresses: AddressChange[];
  /** Files to write, in this order, and then files to remove; what was done by halves is finished by another run. */
  write: { file: string; text: string }[];
  remove: string[];
  /** True when an editor has to agree: words of an id may be lost to those who cited it, or the fate of an address was guessed. */
  needsConfirmation: boolean;
  /** What keeps a speech or an address from being locked, and whatever else is wrong with the content. */
  problems: Problem[];
  /** Wishes that fit nothing. */
  misplaced: string[];
}

const nothing: Omit<PermalinkPlan, 'problems'> = { speeches: [], addresses: [], write: [], remove: [], needsConfirmation: false, misplaced: [] };

/** Problems that this command is there to solve. */
const solved = new Set<Problem['kind']>(['no-lock', 'stale-lock', 'missing-slug', 'lost-slug', 'reused-slug']);

/**
 * Works out what the permalink command has to do; writes nothing.
 * @param date the day, as YYYY-MM-DD
 * @throws when a new lock would break a promise of the old one, which would be a fault of this program
 */
export function planPermalinks(corpus: Corpus, wishes: AddressWishes, date: string): PermalinkPlan {
  const read = new Map(corpus.speeches.map((file) => [file.id, readSpeech(corpus, file.id)]));
  const damaged = damagedLocks(corpus, read, wishes);
  const problems = [...corpus.problems.filter(({ kind }) => !solved.has(kind)), ...[...damaged.values()].flat()];
  // Nothing that was published can be told from what is new.
  if (problems.some(({ kind, file }) => kind === 'bad-lock' && file === folders.addresses)) return { ...nothing, problems };
  const { changes: addresses, next, misplaced } = planAddresses(corpus.addresses, presentFiles(corpus, read, new Set(damaged.keys())), wishes, date);
  for (const one of corpus.problems.filter(({ kind }) => kind === 'reused-slug')) {
    const [kind, file] = one.file.startsWith(`${folders.speeches}/`) ? (['speeches', corpus.speeches] as const) : (['terms', corpus.termFiles] as const);
    if (!file.some(({ id, file: path }) => path === one.file && Object.hasOwn(next.present[kind], id))) problems.push(one);
  }
  const earlier = new Map(addresses.flatMap(({ kind, id, to }) => (kind === 'speeches' && to !== undefined ? [[to, id] as const] : [])));
  const speeches: SpeechPlan[] = [];
  for (const [id, asIs] of read) {
    const from = earlier.get(id);
    const { lock, units, problems: own } = from === undefined ? asIs : readSpeech(corpus, id, from);
    const others = own.filter(({ kind }) => !solved.has(kind));
    problems.push(...others);
    if (!units || others.length > 0 || !Object.hasOwn(next.present.speeches, id)) continue;
    const relocked = relock(id, lock, units, date);
    if (relocked !== lock)
      speeches.push({ id, ...(from === undefined ? {} : { from }), ...(lock ? { old: lock } : {}), next: relocked, changes: lock ? changesBetween(lock, relocked) : [] });
  }
  const addressText = formatAddresses(next);
  return {
    speeches,
    addresses,
    write: [
      ...speeches.map(({ id, next: lock }) => ({ file: lockFileOf(id), text: formatLock(lock) })),
      ...(addressText === readContent(corpus.root, folders.addresses) ? [] : [{ file: folders.addresses, text: addressText }]),
    ],
    remove: Object.keys(next.renamed.speeches)
      .map(lockFileOf)
      .filter((file) => readContent(corpus.root, file) !== undefined),
    needsConfirmation: addresses.some(({ guessed }) => guessed) || speeches.some(({ changes }) => changes.some(losesMeaning)),
    problems,
    misplaced,
  };
}

/** What is needed of a speech: its lock, its units and what is wrong with it. */
interface ReadSpeech {
  lock: Lock | undefined;
  units: TextUnits | undefined;
  problems: Problem[];
}

function openSpeech(corpus: Corpus, id: string, lockedAs: string): OpenSpeech {
  return corpus.open(corpus.speeches.find((file) => file.id === id)!, lockedAs);
}

function readSpeech(corpus: Corpus, id: string, lockedAs = id): ReadSpeech {
  const opened = openSpeech(corpus, id, lockedAs);
  const { units, problems } = opened.parse();
  return { lock: opened.lock, units, problems };
}

/** The lock after this run: the very same when nothing has changed. */
function relock(speech: string, old: Lock | undefined, units: TextUnits, date: string): Lock {
  const next = !old ? mintLock(speech, units) : isMismatch(bindIds(old, units)) ? reconcile(old, units, date) : old;
  const named = next.speech === speech ? next : { ...next, speech };
  if (named === old) return old;
  const broken = brokenPromises(old, named);
  if (broken.length) throw new Error(`The new lock of “${speech}” would break promises of the old one, and was not written: ${broken.join('; ')}.`);
  return named;
}

/** What is wrong with the locks of speeches whose files are gone, unless for good; by the name of the speech. */
function damagedLocks({ root, addresses }: Corpus, read: ReadonlyMap<string, ReadSpeech>, { removed }: AddressWishes): Map<string, Problem[]> {
  const damaged = new Map<string, Problem[]>();
  for (const id of Object.keys(addresses.present.speeches)) {
    const text = read.has(id) || removed.has(id) ? undefined : readContent(root, lockFileOf(id));
    const problems = text === undefined ? [] : readLock(lockFileOf(id), id, text).problems;
    if (problems.length) damaged.set(id, problems);
  }
  return damaged;
}

/**
 * The content as addresses see it. A file that cannot be locked keeps its address, and gets none if it had none.
 * @param damaged speeches without a file whose locks cannot be read; new speeches then have to wait, as they may be these
 */
function presentFiles(corpus: Corpus, read: ReadonlyMap<string, ReadSpeech>, damaged: ReadonlySet<string>): PresentFiles {
  const { present, removed } = corpus.addresses;
  const namesOf = (ids: readonly string[], nameOf: (id: string) => string | undefined) =>
    new Map(ids.flatMap((id) => (slug.safeParse(id).success && nameOf(id) !== undefined ? [[id, nameOf(id)!] as const] : [])));
  const ids = { speeches: [...read.keys()], terms: corpus.termFiles.map(({ id }) => id) };
  const names = {
    speeches: namesOf(ids.speeches, (id) => {
      const { units, problems } = read.get(id)!;
      const known = present.speeches[id];
      if (known === undefined && (damaged.size > 0 || problems.some(({ kind }) => !solved.has(kind)))) return undefined;
      return units ? titleOf(units.title.split('\n')) : known;
    }),
    terms: namesOf(ids.terms, (id) => corpus.terms.get(id)?.term ?? present.terms[id]),
  };
  return {
    names,
    unsettled: {
      speeches: new Set([...damaged, ...ids.speeches.filter((id) => !names.speeches.has(id))]),
      terms: new Set(ids.terms.filter((id) => !names.terms.has(id))),
    },
    likeness(kind, address, file) {
      if (kind === 'terms') return likenessOfNames(present.terms[address] ?? removed.terms[address]?.name ?? '', names.terms.get(file)!);
      const { lock } = openSpeech(corpus, file, address);
      const units = read.get(file)!.units;
      return lock && units ? sharedLetters(lock, units) : 0;
    },
  };
}
