/**
 * What tells one year's, batch's or quarter's event from the next, out of a folded text, and the days that it names:
 * `year:2026`, `批:3`, `季度:2`, `day:11-23`. Only marks that are said in the same measure can differ.
 */
export function eventMarks(folded: string): readonly string[] {
  const years = Array.from(folded.matchAll(/(?<!\d)(20\d\d)(?=年|—|-|－)/g), ([, year]) => `year:${year}`);
  const ordinals = Array.from(
    folded.matchAll(/第([\d〇零一二三四五六七八九十]{1,3})(季度|批|届|期|次|轮|标段)/g),
    ([, number = '', measure]) => `${measure}:${numberOf(number)}`,
  );
  const days = Array.from(
    folded.matchAll(/(\d{1,2})月(\d{1,2})日/g),
    ([, month, day]) => `${dayMeasure}:${month}-${day}`,
  );
  return [...new Set([...years, ...ordinals, ...days])].sort();
}

const dayMeasure = 'day';

/**
 * Whether two events are told apart by what they name: `always` by another year, batch or quarter; `perhaps` by other days
 * alone, as the second telling may begin with a day of its own.
 */
export function toldApart(a: readonly string[], b: readonly string[]): 'always' | 'perhaps' | 'never' {
  const differing = [...new Set([...a, ...b].map(measureOf))].filter((measure) => {
    const [ours = [], theirs = []] = [a, b].map((marks) => marks.filter((mark) => measureOf(mark) === measure));
    return ours.length > 0 && theirs.length > 0 && !ours.some((mark) => theirs.includes(mark));
  });
  if (differing.length === 0) return 'never';
  return differing.every((measure) => measure === dayMeasure) ? 'perhaps' : 'always';
}

function measureOf(mark: string): string {
  return mark.slice(0, mark.indexOf(':'));
}

const digits = '〇一二三四五六七八九';

/** 3 of `3`, `三`; 12 of `十二`; 23 of `二十三`. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['〇', text];
  return valueOf(tens, 1) * 10 + valueOf(ones, 0);
}

/** @param empty what no digit at all stands for */
function valueOf(digit: string | undefined, empty: number): number {
  return digit === undefined || digit === '' ? empty : Math.max(0, digits.indexOf(digit.replace('零', '〇')));
}
