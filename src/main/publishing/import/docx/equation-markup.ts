/** Where the words of an equation stand higher or lower (ECMA-376 part 1, 22.1.2). */
const lifts: Readonly<Record<string, string>> = { 'm:sup': 'superscript', 'm:sub': 'subscript' };
/** Signs that an equation draws, by the element that stands for them. */
const drawn: Readonly<Record<string, string>> = { 'm:den': '/', 'm:rad': '√' };

/** The words and signs of an equation in one line, as runs of a paragraph. */
export function equationMarkup(equation: string): string {
  const runs: string[] = [];
  const lifted: string[] = [];
  for (const [, slash, name = '', sign, words] of equation.matchAll(
    /<(\/?)(m:\w+)(?:(?: m:val="([^"]*)")?[^<>]*)>([^<]*)/gu,
  )) {
    const lift = lifts[name];
    if (lift !== undefined && slash === '/') lifted.pop();
    else if (lift !== undefined) lifted.push(lift);
    if (slash === '/') continue;
    const shown = name === 'm:t' ? words : name === 'm:chr' ? sign : drawn[name];
    if (shown) runs.push(runOf(shown, lifted.at(-1)));
  }
  return runs.join('');
}

function runOf(words: string, lift: string | undefined): string {
  const properties = lift === undefined ? '' : `<w:rPr><w:vertAlign w:val="${lift}"/></w:rPr>`;
  return `<w:r>${properties}<w:t xml:space="preserve">${words}</w:t></w:r>`;
}
