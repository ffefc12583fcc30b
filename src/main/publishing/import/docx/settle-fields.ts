import { equationFieldWords } from '../equation-field.ts';

interface Field {
  /** The markup with which it begins. */
  readonly begin: string;
  instruction: string;
  /** Its result follows. */
  isSeparated: boolean;
  /** Something stands for it in the text. */
  isShown: boolean;
}

/** Fields inside each other; nobody nests so deep. */
const deepest = 50;

/** Parts of a field (ECMA-376 part 1, 17.16.18), and what may be its result. */
const part =
  /<w:fldChar [^<>]*?w:fldCharType="(begin|separate|end)"[^<>]*?(?:\/>|>(?:(?!<\/?w:fldChar[ >])[^])*<\/w:fldChar>)|<w:instrText(?: [^<>]*)?>([^<]*)<\/w:instrText>|<w:(?:t|sym|drawing|pict|object)[ >]/gu;

/**
 * Puts the instruction of each field together, that of a link without what the reader behind takes for its address, and writes out
 * what Word draws of fields that have no result. Answers how many readings and equations were among them.
 */
export function settleFields(xml: string): {
  readonly xml: string;
  readonly readings: number;
  readonly equations: number;
} {
  let readings = 0;
  let equations = 0;
  if (!/<w:(?:instrText|fldSimple)[ >]/u.test(xml)) return { xml, readings, equations };
  const open: Field[] = [];

  function show(): void {
    for (const field of open) if (field.isSeparated) field.isShown = true;
  }

  function ended({ begin, instruction, isSeparated, isShown }: Field, mark: string): string {
    const before = isSeparated ? '' : instructionOf(instruction);
    if (isShown) return before + mark;
    const isEquation = /^\s*EQ\b/iu.test(instruction);
    const drawn = isEquation ? equationFieldWords(instruction) : undefined;
    if (drawn?.isReading) readings += 1;
    else if (drawn && drawn.words.length > 1) equations += 1;
    const words = drawn ? textOf(drawn.words) : drawnOf(instruction, begin);
    if (words !== '') show();
    return before + mark + words;
  }

  const settled = inParts(xml).replace(part, (whole: string, kind: string | undefined, words: string | undefined) => {
    const field = open.at(-1);
    if (kind === 'begin' && open.length < deepest) {
      open.push({ begin: whole, instruction: '', isSeparated: false, isShown: false });
      return whole;
    }
    if (words !== undefined) {
      if (!field) return whole;
      field.instruction += words;
      return '';
    }
    if (kind === 'separate' && field) {
      field.isSeparated = true;
      return instructionOf(field.instruction) + whole;
    }
    if (kind === 'end' && field) {
      open.pop();
      return ended(field, whole);
    }
    show();
    return whole;
  });
  return { xml: settled, readings, equations };
}

const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

/** Fields that are one element (17.16.19) in the form of all others. */
function inParts(xml: string): string {
  return xml
    .replace(
      /<w:fldSimple (?:[^<>]* )?w:instr=(?:"([^"<]*)"|'([^'<]*)')[^<>]*?(\/?)>/gu,
      (_all, double?: string, single?: string, empty?: string) => {
        const begin = `${mark('begin')}<w:r><w:instrText>${double ?? single ?? ''}</w:instrText></w:r>`;
        return begin + mark(empty === '/' ? 'end' : 'separate');
      },
    )
    .replaceAll('</w:fldSimple>', mark('end'));
}

function instructionOf(instruction: string): string {
  return `<w:instrText xml:space="preserve">${linkAlone(instruction)}</w:instrText>`;
}

/** `HYPERLINK "address" \l "place" \o "tip" \t "_blank"` (17.16.5.25): the address and the place in it. */
function linkAlone(instruction: string): string {
  const rest = /^\s*HYPERLINK\b(.*)$/isu.exec(instruction.replaceAll('&quot;', '"'))?.[1];
  if (rest === undefined) return instruction;
  let address = '';
  let place = '';
  let of = '';
  for (const [, quoted, act, bare] of rest.matchAll(/"([^"]*)"|\\([a-z])|([^\s"]+)/giu)) {
    if (act !== undefined) {
      of = /[lot]/iu.test(act) ? act.toLowerCase() : '';
      continue;
    }
    const words = quoted ?? bare ?? '';
    if (of === 'l') place = words;
    else if (of === '' && address === '') address = words;
    of = '';
  }
  if (address === '') return ` HYPERLINK \\l "${place}" `;
  return ` HYPERLINK "${address}${place === '' ? '' : `#${place}`}" `;
}

/** What Word shows of a field that it draws each time anew. */
function drawnOf(instruction: string, begin: string): string {
  const symbol = /^\s*SYMBOL\s+(0x[\da-f]{1,4}|\d{1,5})(.*)$/isu.exec(instruction.replaceAll('&quot;', '"'));
  if (symbol) {
    const code = Number(symbol[1]);
    const font = /\\f\s+"?([\w ]+?)"?\s*(?:\\|$)/iu.exec(symbol[2] ?? '')?.[1];
    if (font === undefined || code > 0xff) return `<w:t>&#${String(code)};</w:t>`;
    return `<w:sym w:font="${font}" w:char="F0${code.toString(16).toUpperCase().padStart(2, '0')}"/>`;
  }
  const button = /^\s*MACROBUTTON\s+\S+\s+(.+?)\s*$/isu.exec(instruction)?.[1];
  if (button !== undefined) return textOf(button);
  if (!/^\s*FORMDROPDOWN\b/iu.test(instruction)) return '';
  const entries = [...begin.matchAll(/<w:listEntry w:val="([^"]*)"/gu)].map(([, words = '']) => words);
  const chosen = /<w:result w:val="(\d+)"/u.exec(begin)?.[1] ?? /<w:default w:val="(\d+)"/u.exec(begin)?.[1] ?? '0';
  return textOf(entries[Number(chosen)] ?? '');
}

/** Of words that are escaped already. */
function textOf(words: string): string {
  return words === '' ? '' : `<w:t xml:space="preserve">${words}</w:t>`;
}
