import type { TextEdit } from '../../document/text-edit.ts';
import type { RepairPlace } from '../../model/repair.ts';
import { toConfirmText } from '../../document/walk.ts';

/** A piece of a stretch of text as a repair shows it: left as it is, left out of sight, taken away, put in. */
export interface RepairPiece {
  readonly kind: 'same' | 'gap' | 'old' | 'new';
  readonly text: string;
}

/** Unchanged characters (UTF-16 units, at least) that are shown at either side of a change. */
const shownAround = 10;
/** A blank that goes has to be seen. */
const shownBlank = '␣';

/**
 * What a repair changes, to be shown word by word: old words, then the new ones in their place. Characters of a word
 * that change one by one are shown as the whole word. Long stretches that stay are left out.
 */
export function repairPieces(place: RepairPlace): readonly RepairPiece[] {
  const { text } = place;
  const edits = place.kind === 'traditional' ? wholeWords(text, place.edits) : place.edits;
  const pieces: RepairPiece[] = [];
  const add = (kind: RepairPiece['kind'], words: string): void => {
    if (words !== '') pieces.push({ kind, text: words });
  };
  let at = 0;
  edits.forEach((edit, index) => {
    addSame(pieces, text.slice(at, edit.start), index > 0, true);
    const old = text.slice(edit.start, edit.end);
    add('old', place.kind === 'blank' ? shownBlank.repeat(old.length) : old);
    add('new', place.kind === 'lost-email' ? toConfirmText(edit.text) : edit.text);
    at = edit.end;
  });
  addSame(pieces, text.slice(at), true, false);
  return pieces;
}

function addSame(pieces: RepairPiece[], text: string, behindChange: boolean, beforeChange: boolean): void {
  const characters = Array.from(text);
  const head = behindChange ? characters.slice(0, shownAround) : [];
  const tail = beforeChange ? characters.slice(Math.max(head.length, characters.length - shownAround)) : [];
  const hidden = characters.length - head.length - tail.length;
  // A gap is worth its sign only when it saves room.
  if (hidden <= 2) {
    if (text !== '') pieces.push({ kind: 'same', text });
    return;
  }
  if (head.length > 0) pieces.push({ kind: 'same', text: head.join('') });
  pieces.push({ kind: 'gap', text: '' });
  if (tail.length > 0) pieces.push({ kind: 'same', text: tail.join('') });
}

/** Edits widened to the words they stand in; those of one word, or of words side by side, become one. */
function wholeWords(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)];
  const widened: TextEdit[] = [];
  let word = 0;
  for (const edit of edits) {
    while (word + 1 < words.length && (words[word + 1]?.index ?? 0) <= edit.start) word += 1;
    const start = Math.min(edit.start, words[word]?.index ?? edit.start);
    let last = word;
    while (last + 1 < words.length && (words[last + 1]?.index ?? 0) < edit.end) last += 1;
    const end = Math.max(edit.end, words[last + 1]?.index ?? text.length);
    const before = widened.at(-1);
    if (before && start <= before.end) {
      // The one before may reach into this word already.
      const kept = before.text.slice(0, before.text.length - Math.max(0, before.end - edit.start));
      const to = Math.max(end, before.end);
      widened[widened.length - 1] = {
        start: before.start,
        end: to,
        text: kept + text.slice(before.end, Math.max(before.end, edit.start)) + edit.text + text.slice(edit.end, to),
      };
    } else {
      widened.push({ start, end, text: text.slice(start, edit.start) + edit.text + text.slice(edit.end, end) });
    }
  }
  return widened;
}
