import { describe, expect, test } from 'vitest';
import { createTermMatcher } from '../../../src/text/terms.ts';
import { realCorpus } from '../support/speech.ts';

// Short forms in texts of other kinds: where they are part of another word or have another sense, and where they are the term.
// The decisions are in docs/decisions/, “Words that are also ordinary words”.
const matcher = createTermMatcher(realCorpus().terms.values());
const termsIn = (text: string, speech?: string) => matcher.findMentions(text, [], [], speech).map(({ term }) => term);

describe('an ordinary word is not marked', () => {
  test.each([
    ['min-zheng', '人民政府、人民政协和利民政策'],
    ['min-sheng', '国民生产总值增长，人民生活改善，农民生产积极，保障居民生活'],
    ['jing-shen', '物质文明和精神文明，革命精神，工匠精神，精神状态，社会精神生活'],
    ['kao-cha', '放到实践中去考察和识别干部，科学考察中发现'],
    ['zu-zhi-gan-bu', '继续组织干部有计划地下放'],
    ['xia-lai-hou', '停下来后再走，坐下来后细谈，留下来后工作'],
    ['ji-gou-gai-ge', '金融机构改革和科研机构改革'],
    ['he-li', '加大机构整合力度，增强联合力量'],
    ['ding-li', '维护世界和平的坚定力量，加大审定力度'],
    ['zi-mao-qu', '中国—东盟自贸区和中韩自贸区'],
    ['shi-qing', '针对不同城市情况分类调控'],
    ['shu-ji', '中央书记处书记员'],
    ['shi-wei', '受市委托办理'],
    ['sheng-wei', '政协省委员会受省委托'],
    ['di-bao', '最低保障和最低保护价，降低保费'],
    ['da-ju', '不得扩大局部冲突'],
    ['zeng-zhang-ji', '增长极为缓慢，增长极不平衡'],
    ['dong-neng', '劳动能力和推动能源革命'],
    ['chang-shu', '提倡树立新风'],
    ['guan-zong-de', '尽管总的趋势向好'],
    ['xi-jin-ping-zong-shu-ji', '在以胡锦涛同志为总书记的党中央领导下'],
    ['bao-hu-zhu-yi-dan-bian-zhu-yi', '破除地方保护主义'],
    ['di-qu-sheng-chan-zong-zhi', 'GDPR'],
    ['zhi-nan-zhen', '指南针、造纸术'],
    ['zi-chuang-qu', '自创区域品牌'],
    ['wen-zeng-zhang-cu-gai-ge-tiao-jie-gou-hui-min-sheng-fang-feng-xian', '出口平稳增长，惠民生态工程'],
  ])('%s', (term, text) => {
    expect(termsIn(text)).not.toContain(term);
  });
});

describe('the term is', () => {
  test.each([
    ['min-zheng', '民政、卫生、教育'],
    ['min-sheng', '改善民生，国计民生'],
    ['jing-shen', '贯彻十九大精神、中央经济工作会议精神和省委文件精神'],
    ['jing-shen', '学习重要讲话精神'],
    ['kao-cha', '总书记赴地方考察'],
    ['ji-gou-gai-ge', '深化党和国家机构改革'],
    ['he-li', '形成强大合力'],
    ['ding-li', '保持战略定力'],
    ['zi-mao-qu', '上海自贸区'],
    ['shi-qing', '立足市情'],
    ['shu-ji', '市委书记'],
    ['da-ju', '服务大局'],
    ['dong-neng', '培育新动能'],
    ['xi-jin-ping-zong-shu-ji', '习近平总书记强调'],
  ])('%s in “%s”', (term, text) => {
    expect(termsIn(text)).toContain(term);
  });
});

test('a label that other places give to other things is marked in its own speech only', () => {
  expect([termsIn('推进“四大行动”', 'district-plenum'), termsIn('推进“四大行动”', 'ziyang-study-session'), termsIn('推进“四大行动”')]).toEqual([['si-da-xing-dong'], [], []]);
});
