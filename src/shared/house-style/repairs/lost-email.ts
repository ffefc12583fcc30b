import type { TextEdit } from '../../document/text-edit.ts';

/** What anti-spam filters put in the place of an address. */
const lost = /\[\s*(?:email|邮箱|电子邮件)\s*(?:protected|受保护)\s*\]/giu;

/** What the open 【待核】 says. */
const words = '电子邮箱';

export function hasLostEmail(text: string): boolean {
  return lostEmailEdits(text).length > 0;
}

/** Where addresses were lost; `text` is what the 【待核】 in their place says. */
export function lostEmailEdits(text: string): readonly TextEdit[] {
  return [...text.matchAll(lost)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: words,
  }));
}
