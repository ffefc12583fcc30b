import type { Span } from '../document/find/query.ts';

/** A piece of a text with the spans of it that were looked for. */
export interface Excerpt {
  readonly text: string;
  readonly marks: readonly Span[];
}

/** UTF-16 units: so much stands before the first mark where its sentence is long, and so much in all. */
const before = 12;
const longest = 80;

/** The sentence of the first span, cut where it is long; `…` stands for what is left out of it. */
export function excerptOf(text: string, spans: readonly Span[]): Excerpt {
  const first = spans[0]?.start ?? 0;
  const sentence = sentenceAt(text, first);
  const start = first - sentence.start > before ? whole(text, first - before) : sentence.start;
  const end = sentence.end - start > longest ? whole(text, start + longest) : sentence.end;
  const [head, tail] = [start > sentence.start ? '…' : '', end < sentence.end ? '…' : ''];
  const shift = head.length - start;
  return {
    text: head + text.slice(start, end) + tail,
    marks: spans
      .filter((span) => span.start >= start && span.start < end)
      .map((span) => ({ start: span.start + shift, end: Math.min(span.end, end) + shift })),
  };
}

function sentenceAt(text: string, at: number): Span {
  let start = at;
  while (start > 0 && !/[。！？!?；;\n]/u.test(text.charAt(start - 1))) start -= 1;
  while (start < at && /\s/u.test(text.charAt(start))) start += 1;
  const [rest = ''] = /^[^。！？!?；;\n]*[。！？!?；;]?/u.exec(text.slice(at)) ?? [];
  return { start, end: at + rest.length };
}

/** Never between the halves of a surrogate pair. */
function whole(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at;
}
