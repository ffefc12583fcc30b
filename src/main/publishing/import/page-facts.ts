import { hasLostEmail } from '#shared/house-style/repairs/lost-email.ts';
import type { ReadBlock } from './page-block.ts';

/** What a page says about itself; what it does not say is left out. */
export interface PageFacts {
  readonly headline?: string;
  readonly subheadline?: string;
  readonly contentSource?: string;
  readonly authors?: readonly string[];
  readonly keywords?: readonly string[];
  readonly abstract?: string;
  readonly contactPhone?: string;
  /** Empty when the page had one that was lost. */
  readonly contactEmail?: string;
}

const infoLabels =
  /(?:发布时间|发布日期|日期|时间|信息来源|稿件来源|来源|作者|撰稿|浏览次数|浏览量|点击数|阅读次数|字体)\s*[：:]/gu;

/**
 * The line under a portal's headline (`来源：… 发布时间：… 浏览次数：…`): at least two of its labels and nothing else
 * in front. Undefined for every other line. Labels are read in `line`, what they say is what `asItCame` answers.
 */
export function readInfoLine(
  line: string,
  asItCame: (start: number, end: number) => string = (start, end) => line.slice(start, end),
): PageFacts | undefined {
  const text = line.trimEnd();
  const labels = [...text.matchAll(infoLabels)];
  if (labels.length < 2 || text.slice(0, labels[0]?.index).trim() !== '' || text.length > 160) return undefined;
  const found = new Map<string, string>();
  labels.forEach((label, index) => {
    const value = asItCame(label.index + label[0].length, labels[index + 1]?.index ?? text.length);
    found.set(label[0].replace(/\s*[：:]$/u, ''), value.replace(/^[\s|｜]+|[\s|｜]+$/gu, ''));
  });
  const source = found.get('稿件来源') ?? found.get('信息来源') ?? found.get('来源');
  const author = found.get('作者') ?? found.get('撰稿');
  return {
    ...(source ? { contentSource: source } : {}),
    ...(author ? { authors: author.split(/[、，,\s]+/u).filter(Boolean) } : {}),
  };
}

const contactLine = /^(?:联系方式|联系电话|咨询电话|联系人)/u;
const phone = /(?:\(\d{3,4}\)|（\d{3,4}）|\d{3,4}-)?\d{7,8}(?:-\d{1,4})?(?!\d)|1[3-9]\d{9}(?!\d)/u;
const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u;

/** Phone and e-mail of a contact line (`联系方式：… 邮件：…`); undefined for every other line. */
export function readContactLine(block: ReadBlock): PageFacts | undefined {
  if (block.node.type !== 'paragraph') return undefined;
  const { text } = block.words;
  if (!contactLine.test(text) || text.length > 160) return undefined;
  const foundPhone = phone.exec(text)?.[0];
  const foundEmail = email.exec(text)?.[0];
  const lostEmail = hasLostEmail(text);
  if (foundPhone === undefined && foundEmail === undefined && !lostEmail) return undefined;
  return {
    ...(foundPhone === undefined ? {} : { contactPhone: foundPhone }),
    ...(foundEmail === undefined && !lostEmail ? {} : { contactEmail: foundEmail ?? '' }),
  };
}
