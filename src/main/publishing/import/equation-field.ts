/** What an EQ field draws (Word's old equations, and its enclosed characters and phonetic guides). */
export interface DrawnWords {
  readonly words: string;
  /** It set a reading above characters, which is left out. */
  readonly isReading: boolean;
}

const raised = /\\s\s*\\up/iu;
const enclosing = /^[○〇◯□△◇]$/u;
const deepest = 20;
/** What names an act, up to the bracket before what it acts on, is no longer. */
const longestAct = 80;

/** The words of an EQ field in one line: `\o\ac(○,1)` is ①, `\o\ad(\s\up 9(bīn),槟)` is 槟, `\f(3,4)` is 3/4. */
export function equationFieldWords(instruction: string): DrawnWords {
  const formula = instruction
    .replace(/^\s*EQ\b/iu, '')
    .replace(/\\\*\s*(?:"[^"]*"|\S+)/gu, '')
    .trim();
  return { words: drawn(formula, 0).trim(), isReading: /^\\o\b/iu.test(formula) && raised.test(formula) };
}

function drawn(formula: string, depth: number): string {
  if (depth > deepest) return formula;
  let words = '';
  for (let at = 0; at < formula.length;) {
    const act = /^\\([a-z]+)((?:\s*\\[a-z]+(?:\s*-?\d+)?|\s*\\[bl]c\s*\\?.)*)\s*\(/iu.exec(
      formula.slice(at, at + longestAct),
    );
    if (!act) {
      const isEscape = formula.charAt(at) === '\\' && at + 1 < formula.length;
      words += formula.charAt(isEscape ? at + 1 : at);
      at += isEscape ? 2 : 1;
      continue;
    }
    const { parts, end } = argumentsFrom(formula, at + act[0].length);
    words += combined(act[1]?.toLowerCase() ?? '', parts, depth);
    at = end;
  }
  return words;
}

function combined(act: string, parts: readonly string[], depth: number): string {
  const shown = parts.map((part) => drawn(part, depth + 1));
  const last = shown.at(-1) ?? '';
  switch (act) {
    case 'o':
      if (enclosing.test(shown[0] ?? '')) return circled(last);
      return shown.filter((_words, at) => !raised.test(parts[at] ?? '')).join('');
    case 'f':
      return shown.join('/');
    case 'r':
      return `√${last}`;
    case 'b':
      return `(${shown.join(',')})`;
    case 'i':
      return `∫${shown.join(' ')}`;
    case 'd':
      return '';
    default:
      return shown.join(' ');
  }
}

/** The arguments up to the bracket that closes them. */
function argumentsFrom(formula: string, from: number): { readonly parts: readonly string[]; readonly end: number } {
  const parts: string[] = [''];
  let depth = 0;
  for (let at = from; at < formula.length; at += 1) {
    const sign = formula.charAt(at);
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth < 0) return { parts, end: at + 1 };
    if (depth === 0 && /[,;，]/u.test(sign)) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return { parts, end: formula.length };
}

function circled(words: string): string {
  const number = /^\d{1,2}$/u.test(words) ? Number(words) : 0;
  return number >= 1 && number <= 20 ? String.fromCodePoint(0x245f + number) : words;
}
