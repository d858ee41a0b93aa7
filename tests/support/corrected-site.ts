import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { applyPlan } from '../../src/cli/apply-plan.ts';
import { planPermalinks } from '../../src/cli/plan-permalinks.ts';
import { serveSite } from '../../src/cli/serve-site.ts';
import { readCorpus } from '../../src/corpus/corpus.ts';
import type { Lock } from '../../src/text/permalinks/lock.ts';
import { listen } from './listen.ts';
import { type Scratch, scratchProject } from './scratch.ts';

const study = 'src/content/speeches/ziyang-study-session.mdx';
const plenum = 'src/content/speeches/district-plenum.mdx';

/** What an editor does over the years to a text, one step a revision: first what is written, then what is written instead. */
const corrections: Readonly<Record<string, [file: string, before: string, after: string][]>> = {
  'ten words in turn': [...'七八九十两三四五几百'].map((figure, i, all) => [study, `作了${['六', ...all][i]}个方面`, `作了${figure}个方面`]),
  'a sentence merged': [[study, '一分部署，九分落实。不抓落实', '一分部署，九分落实，不抓落实']],
  'a sentence split': [[study, '建成投运保税物流中心（B型），同步', '建成投运保税物流中心（B型）。同步']],
  'a sentence removed': [[study, '听后受益匪浅、倍感振奋，有三点感受。', '']],
  'punctuation in another style': [[study, '情况明，三是方法路径', '情况明,三是方法路径']],
  'a passage removed': [
    [
      plenum,
      '同志们，深入贯彻习近平新时代中国特色社会主义经济思想，认真领会“五个必须”，深刻把握规律，准确分析形势，立足发展实践，做到“四个有机结合”，我们更加坚定了推动经济社会高质量发展的信心和决心。\n\n',
      '',
    ],
  ],
};

/** A copy of the project whose texts were corrected by the permalink command, an address renamed and others removed, built and served. */
export interface CorrectedSite {
  origin: string;
  folder: string;
  /** The locks before the corrections and after them, by speech. */
  before: Record<string, Lock>;
  after: Record<string, Lock>;
  close(): Promise<void>;
}

export async function correctedSite(): Promise<CorrectedSite> {
  const project = scratchProject();
  const before = locksOf(project);
  // What the command does, without a process for each of twenty revisions.
  const lock = (renamed: Record<string, string> = {}, removed: string[] = []) => {
    const plan = planPermalinks(readCorpus(project.root), { renamed: new Map(Object.entries(renamed)), removed: new Set(removed) }, '2027-03-01');
    if (plan.problems.length || plan.misplaced.length) throw new Error(JSON.stringify([plan.problems, plan.misplaced]));
    applyPlan(project.root, plan, () => {});
  };
  for (const [file, from, to] of Object.values(corrections).flat()) {
    project.edit(file, (text) => {
      if (!text.includes(from)) throw new Error(`${file} does not say “${from}”`);
      return text.replace(from, to);
    });
    lock();
  }
  retire(project, lock);
  const built = project.build();
  if (built.status !== 0) throw new Error(built.output);
  const folder = join(project.root, 'dist');
  const { origin, close } = await listen(serveSite(folder, '/'));
  return {
    origin,
    folder,
    before,
    after: locksOf(project),
    close: async () => {
      await close();
      project.remove();
    },
  };
}

/** A speech that is published and then taken down, a term renamed and one removed. */
function retire(project: Scratch, lock: (renamed?: Record<string, string>, removed?: string[]) => void): void {
  const path = (name: string) => join(project.root, 'src/content', name);
  const text = readFileSync(path('speeches/ziyang-study-session.mdx'), 'utf8');
  const other = text
    .replace(/<(Note|Sic)[^>]*>|<\/(Note|Sic)>/g, '')
    .replace('在市委读书班上的交流发言', '只刊出过一天的讲话')
    .replace(/\n[^\n]*招商引资是经济工作[^\n]*\n/, '\n');
  project.write('src/content/speeches/short-lived.mdx', other.replace(/\n {2}p10: .*/, ''));
  lock();
  rmSync(path('speeches/short-lived.mdx'));
  renameSync(path('glossary/lou-yu-jing-ji.mdx'), path('glossary/office-towers.mdx'));
  rmSync(path('glossary/zhua-zao-zhua-xiao.mdx'));
  lock({ 'lou-yu-jing-ji': 'office-towers' }, ['short-lived', 'zhua-zao-zhua-xiao']);
}

function locksOf({ root }: Scratch): Record<string, Lock> {
  const folder = join(root, 'src/content/permalinks/speeches');
  return Object.fromEntries(readdirSync(folder).map((name) => [name.replace('.json', ''), JSON.parse(readFileSync(join(folder, name), 'utf8')) as Lock]));
}
