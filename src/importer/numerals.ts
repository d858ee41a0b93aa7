const digits = '零一二三四五六七八九';

/** A number below 10,000 in Chinese: 12 is 十二, 105 一百零五. */
export function chineseNumeral(number: number): string {
  if (number < 10) return digits[number] ?? String(number);
  if (number >= 10_000) return String(number);
  const units = ['', '十', '百', '千'];
  const written = [...String(number)].map((digit, i, all) => (digit === '0' ? '零' : digits[Number(digit)]! + units[all.length - 1 - i]!)).join('');
  return written.replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十');
}

const values: Readonly<Record<string, number>> = { 〇: 0, 零: 0, '○': 0, O: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/** The number that a Chinese or Arabic numeral writes, digit by digit (二〇二一) or with units (二十三); undefined when it is none. */
export function readNumeral(text: string): number | undefined {
  const plain = text.normalize('NFKC');
  if (/^\d+$/.test(plain)) return Number(plain);
  if (!/^[〇零○O一二两三四五六七八九十廿卅百千]+$/.test(plain)) return undefined;
  if (!/[十廿卅百千]/.test(plain)) return Number([...plain].map((sign) => values[sign]).join(''));
  let [sum, digit] = [0, 0];
  for (const sign of plain.replaceAll('廿', '二十').replaceAll('卅', '三十')) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[sign];
    if (unit) [sum, digit] = [sum + (digit || 1) * unit, 0];
    else digit = values[sign]!;
  }
  return sum + digit;
}
