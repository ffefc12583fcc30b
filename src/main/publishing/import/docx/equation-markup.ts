/** Where the words of an equation stand higher or lower (ECMA-376 part 1, 22.1.2). */
const lifts: Readonly<Record<string, string>> = {
  'm:sup': 'superscript',
  'm:sub': 'subscript',
  'm:deg': 'superscript',
  'm:lim': 'subscript',
};
/** Signs that an equation draws, by the element that stands for them. */
const drawn: Readonly<Record<string, string>> = { 'm:den': '/' };
/** What stands around and between parts, where nothing else is said (22.1.2.24), and between the cells and rows of a matrix. */
const brackets = { 'm:begChr': '(', 'm:sepChr': '|', 'm:endChr': ')' };
const between: Readonly<Record<string, string>> = { 'm:mr': ' ', 'm:m': '；', 'm:eqArr': '；' };
const isSum = /.[+\-−±]/u;

interface Run {
  words: string;
  readonly lift: string | undefined;
}

interface Open {
  readonly name: string;
  /** Its place among the runs. */
  readonly from: number;
  readonly signs: Record<string, string>;
  /** How many parts it has so far. */
  parts: number;
  /** It says which sign it draws. */
  hasSign: boolean;
}

/** The words and signs of an equation in one line, as runs of a paragraph. */
export function equationMarkup(equation: string): string {
  const runs: Run[] = [];
  const open: Open[] = [];
  const write = (words: string): void => {
    const lift = open.map(({ name }) => lifts[name]).findLast((found) => found !== undefined);
    if (words !== '') runs.push({ words, lift });
  };

  function begin(name: string, sign: string | undefined): void {
    const around = open.at(-1);
    if (around && (name === 'm:e' || name === 'm:mr')) {
      const isBracketed = around.name === 'm:d';
      if (around.parts > 0) write(isBracketed ? (around.signs['m:sepChr'] ?? '') : (between[around.name] ?? ''));
      else if (isBracketed) write(around.signs['m:begChr'] ?? '');
      else if (around.name === 'm:rad') write('√');
      around.parts += 1;
    }
    const owner = open.at(-2);
    if (owner && name in brackets && sign !== undefined) owner.signs[name] = sign;
    if (name === 'm:chr') {
      write(sign ?? '');
      if (owner) owner.hasSign = true;
    } else write(drawn[name] ?? '');
    open.push({ name, from: runs.length, signs: { ...brackets }, parts: 0, hasSign: false });
  }

  function end(): void {
    const element = open.pop();
    const around = open.at(-1);
    // An integral is what is meant where nothing is said (22.1.2.70).
    if (element?.name === 'm:naryPr' && around && !around.hasSign) write('∫');
    if (element?.name === 'm:d' && element.parts > 0) write(element.signs['m:endChr'] ?? '');
    if (element?.name !== 'm:num' && element?.name !== 'm:den') return;
    const inside = runs.slice(element.from);
    if (!isSum.test(inside.map(({ words }) => words).join(''))) return;
    runs.splice(element.from, 0, { words: '(', lift: inside[0]?.lift });
    write(')');
  }

  for (const [, slash, name = '', sign, empty, words = ''] of equation.matchAll(
    /<(\/?)(m:\w+)(?: m:val="([^"]*)")?[^<>]*?(\/?)>([^<]*)/gu,
  )) {
    if (slash === '/') end();
    else begin(name, sign);
    if (name === 'm:t' && slash !== '/') write(words);
    if (empty === '/') end();
  }
  return runs.map(runOf).join('');
}

function runOf({ words, lift }: Run): string {
  const properties = lift === undefined ? '' : `<w:rPr><w:vertAlign w:val="${lift}"/></w:rPr>`;
  return `<w:r>${properties}<w:t xml:space="preserve">${words}</w:t></w:r>`;
}
