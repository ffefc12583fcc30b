import { escapeRegExp } from '../escape-reg-exp.ts';

/**
 * Who took a picture, read off the end of its caption: `（摄影：张三）`, `（张三 摄）`, `张三/摄`, `图片来源：新华社`,
 * `通讯员 李四 供图`. Only what cannot be anything else is taken: `（2022年3月摄）` and `张三摄像` are words of the caption.
 */

/** The span of the credit with its brackets, in UTF-16 units, and the credit as the figure keeps it. */
export interface FoundCredit {
  readonly start: number;
  readonly end: number;
  readonly credit: string;
}

/** No credit is longer, and a pasted line may be a whole book. */
const longest = 120;
/** A full stop after the credit stays with the caption. */
const ending = /\s*[。.]?\s*$/u;
const bracketed = /\s*[（(【［[]\s*([^（）()【】［］[\]\n]{1,60}?)\s*[）)】］\]]$/u;
/** What may stand before a credit without brackets. */
const gap = /(?:^|[\s。；;，,！!？?”"’』」）)])/u.source;

/** `creditMark` is the profile's own, such as `摄影：`. */
export function findCredit(text: string, creditMark: string): FoundCredit | undefined {
  const before = Math.max(0, text.length - longest);
  const tail = text.slice(before);
  const words = tail.slice(0, tail.length - (ending.exec(tail)?.[0].length ?? 0));
  const found = creditAtEnd(words, creditMark);
  if (!found) return undefined;
  const start = before + words.slice(0, found.start).trimEnd().length;
  return { start, end: before + words.length, credit: found.credit };
}

function creditAtEnd(words: string, creditMark: string): { start: number; credit: string } | undefined {
  const inBrackets = bracketed.exec(words);
  if (!inBrackets) return labelledAtEnd(words, creditMark) ?? signedAtEnd(words);
  const credit = creditIn(inBrackets[1] ?? '', creditMark);
  return credit === undefined ? undefined : { start: inBrackets.index, credit };
}

/**
 * A credit as readers see it, after the profile's mark (`摄影：`) unless it says by itself what somebody did for the
 * picture: who gave it did not take it.
 */
export function creditLine(credit: string, creditMark: string): string {
  if (credit === '') return '';
  return /供图$|^(?:图片来源|图源|来源|供图)[:：]|^(?:资料|网络)(?:图|照)片?$/u.test(credit)
    ? credit
    : creditMark + credit;
}

const took = '摄影师|摄影者|摄影|攝影|拍摄|摄|攝';
const gave = '供图|供圖|图片提供|提供图片';
const source = '图片来源|圖片來源|照片来源|图源';
const picture = '图片|照片|图|圖';
const names = '[^。！!？?\\n]{1,40}';

/** The credit that the words in brackets are, if they are one. */
function creditIn(words: string, creditMark: string): string | undefined {
  if (/^(?:资料图片|资料图|资料照片|网络图片)$/u.test(words)) return words;
  const labelled = labelledAtEnd(words, creditMark);
  if (labelled) return labelled.start === 0 ? labelled.credit : undefined;
  const given = /^(?:(?:图片|照片)由)?\s*([^\d由，。；：]{2,24}?)\s*(?:供图|供圖|提供图片|图片提供|提供)$/u.exec(words);
  if (given?.[1]) return `${tidyNames(given[1])}供图`;
  const signed = new RegExp(`^(.{2,40}?)\\s*[/／]?\\s*(?:摄影报道|${took})$`, 'u').exec(words);
  if (signed?.[1] && areNames(signed[1])) return tidyNames(signed[1]);
  const drawn = /^(.{2,40}?)\s*[/／]\s*(?:图|圖)$/u.exec(words);
  return drawn?.[1] && areNames(drawn[1]) ? tidyNames(drawn[1]) : undefined;
}

/** `摄影：张三`, `图片来源：新华社`, `图/张三`, `摄影 张三` at the end of words. */
function labelledAtEnd(words: string, creditMark: string): { start: number; credit: string } | undefined {
  const own = creditMark.replace(/[\s:：/／]+$/u, '');
  const label = [own, took, gave, source, picture]
    .filter((part) => part !== '')
    .map((part) => `(${part === own ? escapeRegExp(own) : part})`);
  const colon = new RegExp(`(${gap}\\s*)(?:${label.join('|')})\\s*[:：/／|｜]\\s*(${names})$`, 'u').exec(words);
  if (colon) return labelled(colon, colon.slice(2, -1).find((part) => part !== undefined) ?? '', own);
  const blank = new RegExp(`(${gap}\\s*)(摄影|攝影|供图|供圖|图片来源)\\s+(${names})$`, 'u').exec(words);
  return blank && areNames(blank[3] ?? '') ? labelled(blank, blank[2] ?? '', own) : undefined;
}

function labelled(match: RegExpExecArray, label: string, own: string): { start: number; credit: string } | undefined {
  const name = tidyNames(match.at(-1) ?? '');
  const start = match.index + (match[1] ?? '').length;
  if (label === own || new RegExp(`^(?:${took})$`, 'u').test(label)) return { start, credit: name };
  if (new RegExp(`^(?:${gave})$`, 'u').test(label)) return { start, credit: `${name}供图` };
  if (new RegExp(`^(?:${source})$`, 'u').test(label)) return { start, credit: `图片来源：${name}` };
  // 图：… names a photographer only when a name follows.
  return areNames(name) ? { start, credit: name } : undefined;
}

/** `张三 摄`, `张三/摄`, `张三摄`, `本报记者 张三 摄`, `区住建局供图` at the end of words. */
function signedAtEnd(words: string): { start: number; credit: string } | undefined {
  const act = /(\s*[/／]\s*|\s+)?(摄影报道|摄影|攝影|摄|攝|供图|供圖)$/u.exec(words);
  if (!act) return undefined;
  const isGiven = act[2]?.startsWith('供') ?? false;
  const isApart = act[1] !== undefined;
  const before = words.slice(0, act.index);
  const name = new RegExp(`${gap}([^\\s。；;，,！!？?”"’』」）)]{2,24})$`, 'u').exec(before)?.[1];
  if (name === undefined || /\d|由/u.test(name)) return undefined;
  // Without a blank only a Chinese name or a reporter's signature is sure: 张三摄, but not 无人机摄.
  const isSure = isGiven ? name.length >= 3 || isApart : isApart ? areNames(name) : isSigned(name) || hasSurname(name);
  if (!isSure) return undefined;
  const start = widen(before, before.length - name.length);
  if (start === undefined) return undefined;
  const credit = tidyNames(before.slice(start));
  return { start, credit: isGiven ? `${credit}供图` : credit };
}

/**
 * Takes in what belongs to the signature before a name: 本报记者, 通讯员, names before them. Undefined where a word may be
 * a second photographer or the caption's last word: 会议现场 张三 李四 摄.
 */
function widen(words: string, start: number): number | undefined {
  const token = /([^\s。；;，,！!？?”"’』」）)]{2,16})\s+$/u.exec(words.slice(0, start));
  if (!token?.[1]) return start;
  if (isRole(token[1])) return widenNames(words, token.index);
  return hasSurname(token[1]) && token[1].length <= 3 && token.index > 0 ? undefined : start;
}

/** Before a reporter's office another may stand with a name: 本报记者 张三 通讯员 李四. */
function widenNames(words: string, start: number): number {
  const pair = /(?:^|[\s。；;，,])(\S{0,12}(?:记者|记者|記者|通讯员|通訊員)\s*\p{Script=Han}{2,4})\s+$/u.exec(
    words.slice(0, start),
  );
  return pair?.[1] ? pair.index + pair[0].indexOf(pair[1]) : start;
}

const role = '(?:记者|記者|通讯员|通訊員|实习生|摄影师|摄影记者)';

function isRole(word: string): boolean {
  return new RegExp(`^\\p{Script=Han}{0,10}${role}$`, 'u').test(word);
}

/** An office with the name right behind it: 新华社记者张三. */
function isSigned(word: string): boolean {
  return new RegExp(`^\\p{Script=Han}{0,10}${role}[:：]?\\p{Script=Han}{2,4}$`, 'u').test(word);
}

/** Whether these words name people or houses and nothing else. */
function areNames(words: string): boolean {
  const parts = tidyNames(words).split(/[\s、/／和&]+/u);
  return parts.every((part) => isRole(part) || isSigned(part) || isHouse(part) || isPerson(part));
}

/** What ends an act or a thing and no name: 航拍, 实拍, 抓拍, 无人机. */
const noName =
  /[拍摄航影机片图于在处前后时]$|^(?:现场|资料|手机|实地|夜间|白天|首次|近日|日前|当日|昨日|今日|图为|左|右|上|下)/u;

function isPerson(word: string): boolean {
  if (/^[A-Za-z][A-Za-z.'’-]*$/u.test(word)) return true;
  return /^\p{Script=Han}{2,4}$|^\p{Script=Han}{1,8}(?:[·•]\p{Script=Han}{1,8})+$/u.test(word) && !noName.test(word);
}

function isHouse(word: string): boolean {
  return /^\p{Script=Han}{2,16}(?:社|网|报|台|局|中心|集团|公司|委|办|馆|站|院|校|部|街道|镇|乡|视觉中国)$|^视觉中国$/u.test(
    word,
  );
}

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝';
const compoundSurname =
  /^(?:欧阳|上官|司马|诸葛|司徒|东方|夏侯|皇甫|尉迟|公孙|慕容|令狐|端木|轩辕)\p{Script=Han}{1,2}$/u;

function hasSurname(name: string): boolean {
  if (noName.test(name)) return false;
  const isShort = /^\p{Script=Han}{2,3}$/u.test(name) && surnames.includes(name.charAt(0));
  return isShort || compoundSurname.test(name);
}

/** One blank between the parts; the blank that spreads a name of two characters goes (张 三). */
function tidyNames(words: string): string {
  const tidy = words.trim().replace(/\s+/gu, ' ');
  return /^\p{Script=Han} \p{Script=Han}$/u.test(tidy) ? tidy.replace(' ', '') : tidy;
}
