import type { DraftContent } from '#shared/model/draft.ts';
import { contentOf } from '#tests/builders/content.ts';

/** Some ten kilobytes that tell by themselves which save they are of, and never shrink by half. */
export function wordsOf(sequence: number): DraftContent {
  const paragraph = `第${sequence}次保存：市住房和城乡建设局深入推进老旧小区改造。`;
  return contentOf(
    `第${sequence}次`,
    Array.from({ length: 100 + (sequence % 40) }, (_, index) => `${index}${paragraph}`),
  );
}

export function sequenceOf(headline: string): number {
  return Number(/^第(\d+)次$/.exec(headline)?.[1] ?? 0);
}
