import { metadataTexts } from '../metadata-texts.ts';
import type { MetadataRule } from '../rule.ts';

/** What programs and templates leave behind when nobody filled a field in; seen on real pages. */
const wrong = /^(null|undefined|none|nan|n\/a|test|测试|无|暂无|待定|标题|摘要|作者|\?+|？+|-+|x+)$/iu;

/** Fields that hold something, but nothing that a reader could use. */
export const metadataValue: MetadataRule = (content) =>
  metadataTexts(content)
    .filter(({ text }) => text.split('、').some((part) => wrong.test(part.trim())))
    .map(({ field, text }) => ({
      rule: 'metadata-value',
      severity: 'error',
      field,
      params: { field, text: text.slice(0, 20) },
    }));
