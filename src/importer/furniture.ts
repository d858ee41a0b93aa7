import { isChinese } from './markers.ts';
import type { ReadLine } from './read-document.ts';

/** Words that stand alone on a line of a page round a text, with or without brackets and arrows. */
const alone = new Set(
  (
    '打印 打印本页 打印本稿 打印文章 下载 下载本文 下载文档 全文下载 分享 分享到 收藏 收藏本页 加入收藏 设为首页 关闭 关闭窗口 关闭本页 返回 返回首页 返回顶部 回到顶部 返回列表 返回上一页 ' +
    '首页 末页 尾页 上一页 下一页 上一篇 下一篇 登录 登陆 注册 退出 搜索 检索 高级检索 更多 查看更多 阅读全文 展开全文 无障碍 无障碍浏览 长者模式 适老化 繁体 繁體 简体 簡體 繁体版 简体版 英文版 手机版 电脑版 客户端 ' +
    '微信 微博 朋友圈 腾讯微博 新浪微博 QQ空间 复制链接 扫一扫 字号 字体 大 中 小 特大 默认 超大 我要纠错 纠错 我要评论 评论 点赞 赞 举报 二维码 网站地图 网站导航 联系我们 关于我们 网站声明 隐私声明 免责声明 ' +
    '列印 列印此頁 列印本頁 友善列印 下載 轉寄 回上頁 回首頁 網站導覽 分享至 字級 回頂端 ' +
    'Print Email Share Tweet Facebook Twitter LinkedIn WhatsApp Subscribe Menu Search Home Download Advertisement'
  )
    .split(' ')
    .map((word) => word.toLowerCase()),
);

const named =
  '(?:责任编辑|責任編輯|责编|编辑|編輯|校对|审核|初审|复审|终审|监制|信息来源|文章来源|稿件来源|稿源|来源|來源|发布时间|发布日期|發布日期|發布時間|发布机构|发文日期|更新时间|更新日期|浏览次数|浏览量|瀏覽次數|访问量|访问次数|阅读量|阅读次数|阅读|点击数|点击率|点击|字号|字體|字体|字級|分享到|分享至|上一篇|下一篇|当前位置|您的位置|您当前的位置|您现在的位置|你的位置|目前位置|网站标识码|主办单位|主办|承办单位|承办|协办|技术支持|联系电话|备案号|关键词|关键字|标签|索引号|点击图片|附件下载|发文机关|发文字号|主题分类|成文日期|公开方式)';

/** Shapes of whole lines, each with what it is. */
const shapes: readonly (readonly [RegExp, number, string])[] = [
  [new RegExp(`^[【\\[（(]?\\s*${named}\\s*[:：]`, 'u'), 120, 'a label of a web page'],
  [/^[【[（(]?\s*(?:字号|字体|字體|字級)[\s:：]*(?:[【[（(]?\s*[大中小特超默认標準标准\s|/·+-]+\s*[】\])）]?)/u, 40, 'the size of type'],
  [/^(?:首\s*页|首\s*頁|Home)\s*[>＞»›→/-]/iu, 100, 'a path through a site'],
  [/^(?:[^>＞»›]{1,16}\s*[>＞»›]{1,2}\s*){2,}[^>＞»›]{0,40}$/u, 100, 'a path through a site'],
  [/^(?:[^|｜]{1,10}\s*[|｜]\s*){3,}[^|｜]{0,12}$/u, 160, 'a menu'],
  [/(?:版权所有|版權所有|©|\bCopyright\b|All Rights Reserved|ICP[备備]|公网安备|網站資料|网站标识码)/iu, 240, 'a notice of rights or registration'],
  [/^(?:声明[:：]|本网站?(?:所有|刊载|转载)|凡本网|未经.{0,12}(?:授权|许可|同意).{0,12}(?:不得|转载))/u, 240, 'a notice of rights or registration'],
  [/^[（(]?\s*《[^》]{1,14}》\s*[（(]?\s*(?:19|20)\d\d\s*年.{1,24}版?\s*[）)]\s*$/u, 60, 'where the text was printed'],
  [/^(?:扫描?(?:一扫|二维码|码)|长按(?:识别)?二维码|打开微信|点击(?:关注|下载|查看|进入)|关注(?:我们|公众号|微信))/u, 60, 'an invitation of a web page'],
  [/^[（(]?\s*(?:19|20)\d\d\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}\s*日?\s*\d{1,2}[:：]\d\d(?:[:：]\d\d)?/u, 100, 'the time at which a page was put up'],
  [/^香港時間\s*\d{1,2}時\d{1,2}分$/u, 20, 'the time at which a page was put up'],
  [
    /^(?:Skip to|Share this|Follow us|Sign up|Sign in|Log in|Read more|Back to top|Next (?:post|article)|Previous (?:post|article)|Privacy policy|Terms of (?:use|service)|Accept (?:all )?cookies|We use cookies|Filed under|Posted (?:in|on)\b|Tags?:)/iu,
    80,
    'a label of a web page',
  ],
];

const relatedHead =
  /^[【[（(]?\s*(?:相关(?:报道|新闻|阅读|链接|文章|推荐|专题|稿件|内容)|相關(?:報道|報導|新聞|連結|文章)|推荐阅读|延伸阅读|延伸閱讀|热门(?:推荐|新闻|文章|排行)|热点推荐|精彩推荐|猜你喜欢|最新(?:文章|新闻|报道)|今日要闻|图片新闻|Related (?:articles?|posts?|stories|content|links?|reading)|More (?:stories|news|from)|Most read)\s*[:：】\]）)>》]*\s*$/iu;

const pageNumber = /^[-—–―－~·•\s]*(?:第\s*)?(?<number>\d{1,3}|[一二三四五六七八九十百]{1,4})(?:\s*页)?(?:\s*[,，/／]?\s*(?:共\s*)?\d{1,3}\s*页?)?[-—–―－~·•\s]*$/u;
const surePage = /^(?:[-—–―－~·•]\s*\d{1,3}\s*[-—–―－~·•]|第\s*\d{1,3}\s*页.*|Page\s+\d{1,3}(?:\s+of\s+\d{1,3})?|\d{1,3}\s*[/／]\s*\d{1,3})$/iu;

/**
 * Lines that may be furniture of a page rather than text, each with why: menus, buttons, labels, related reports, page numbers.
 * They are offered to the editor; nothing is removed here.
 * @returns the reasons by number of the line
 */
export function findFurniture(lines: readonly ReadLine[]): Map<number, string> {
  const found = new Map<number, string>();
  for (const { line, text, hints } of lines) {
    const why = isSentence(text) && !hints.furniture ? shapeOf(text, true) : (hints.furniture ?? shapeOf(text, false));
    if (why) found.set(line, why);
  }
  for (const line of pageNumbers(lines)) found.set(line, 'a page number');
  for (const line of relatedBlocks(lines)) found.set(line, found.get(line) ?? 'part of a list of other pages');
  for (const line of menus(lines, found)) found.set(line, 'a menu');
  for (const line of contents(lines)) found.set(line, 'a table of contents');
  return found;
}

const isSentence = (text: string) => text.length > 30 && /[。！？]/.test(text);
const bare = (text: string) => text.replace(/[\s【】[\]（）()<>＜＞«»‹›|｜·•↑↓←→▲▼+＋*]/gu, '').toLowerCase();

function shapeOf(text: string, sentence: boolean): string | undefined {
  if (!sentence && alone.has(bare(text))) return 'a button or label of a web page';
  const parts = text
    .split(/[\s|｜/·]+/u)
    .map(bare)
    .filter((part) => part !== '');
  if (!sentence && parts.length >= 2 && parts.length <= 12 && parts.every((part) => alone.has(part))) return 'buttons of a web page';
  // Labels are often spaced out: 索 引 号：.
  const close = text.replace(/(?<=\p{Script=Han})[ \u3000]+(?=\p{Script=Han}|[:：])/gu, '');
  return shapes.find(([shape, most, what]) => text.length <= most && (shape.test(text) || shape.test(close)) && (!sentence || what.startsWith('a notice')))?.[2];
}

/** Numbers of pages: those that say so, and bare numbers that count up. */
function pageNumbers(lines: readonly ReadLine[]): number[] {
  const sure = lines.filter(({ text }) => surePage.test(text)).map(({ line }) => line);
  const bareNumbers = lines.flatMap(({ line, text, hints }) => {
    const number = hints.row || hints.item ? undefined : pageNumber.exec(text)?.groups?.['number'];
    return number && /^\d+$/.test(number) ? [{ line, number: Number(number) }] : [];
  });
  const counts =
    bareNumbers.length >= 2 &&
    bareNumbers.every(({ number }, i) => i === 0 || number === bareNumbers[i - 1]!.number + 1) &&
    bareNumbers.every(({ line }, i) => i === 0 || line > bareNumbers[i - 1]!.line + 2);
  return [...sure, ...(counts ? bareNumbers.map(({ line }) => line) : [])];
}

/** A head such as 相关报道, and the short lines after it, up to the next piece of prose. */
function relatedBlocks(lines: readonly ReadLine[]): number[] {
  return lines.flatMap(({ line, text }, i) => {
    if (!relatedHead.test(text)) return [];
    const rest = lines.slice(i + 1);
    const end = rest.findIndex((next) => isSentence(next.text) || /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|##)/u.test(next.text));
    return [line, ...(end === -1 ? rest : rest.slice(0, end)).map((next) => next.line)];
  });
}

/** A table of contents: its head, and the lines below it that come again as lines of the text. */
function contents(lines: readonly ReadLine[]): number[] {
  const head = lines.findIndex(({ text }, i) => i < 30 && /^(?:目\s*[录錄次]|(?:Table of )?Contents)$/iu.test(text));
  if (head === -1) return [];
  const plain = (text: string) => text.replace(/[\s.·…\d]+$/u, '').replace(/\s/g, '');
  const listed: number[] = [];
  for (let at = head + 1; at < lines.length; at++) {
    const again = lines.slice(at + 1).some(({ text }) => plain(text) === plain(lines[at]!.text));
    if (!again) break;
    listed.push(lines[at]!.line);
  }
  return listed.length >= 2 ? [lines[head]!.line, ...listed] : [];
}

/** Four or more very short lines in a row before or after all prose, one of them a word that only menus have. */
function menus(lines: readonly ReadLine[], found: ReadonlyMap<number, string>): number[] {
  const prose = lines.map(({ text }) => isSentence(text) || text.length > 60);
  const [first, last] = [prose.indexOf(true), prose.lastIndexOf(true)];
  const menu: number[] = [];
  let run: ReadLine[] = [];
  const close = () => {
    if (run.length >= 4 && run.some(({ line }) => found.has(line))) menu.push(...run.map(({ line }) => line));
    run = [];
  };
  for (const [i, line] of lines.entries()) {
    const outside = first === -1 || i < first || i > last;
    const short = line.text.length <= (isChinese(line.text) ? 8 : 24) && !/[，。、；：！？,.;:!?（）()—\d]/u.test(line.text);
    if (outside && (short || found.has(line.line)) && !line.hints.title && !line.hints.row) run.push(line);
    else close();
  }
  close();
  return menu.filter((line) => !found.has(line));
}
