import { foldForSearch } from '../fold-for-search.ts';
import type { MomentRange } from '../draft-search.ts';

/** Days as their number since 1970; `before` is the first day that does not belong. */
interface DayRange {
  readonly from: number;
  readonly before: number;
}

const dayMilliseconds = 86_400_000;

/**
 * What a date of a query covers: `2026`, `2026-11`, `2026年11月8日`, `11-08` of this year, `本周`, `last month`, two of them
 * with `..`, `~` or `至` between, one of them open. Days are those of China.
 * @param today `YYYY-MM-DD`
 */
export function momentRange(value: string, today: string): MomentRange | undefined {
  const range = dayRange(foldForSearch(value).trim(), dayOf(today));
  if (!range || range.from >= range.before) return undefined;
  return { from: moment(range.from), before: moment(range.before) };
}

function dayRange(value: string, today: number): DayRange | undefined {
  const [, first, last] = /^(.*?)\s*(?:\.\.|[~～]|至|到|—)\s*(.*)$/u.exec(value) ?? [];
  if (first === undefined || last === undefined) return period(value, today);
  const from = first === '' ? { from: dayOf('0001-01-01') } : period(first, today);
  const before = last === '' ? { before: dayOf('9999-12-31') } : period(last, today);
  return from && before && (first !== '' || last !== '') ? { from: from.from, before: before.before } : undefined;
}

const named: Readonly<Record<string, (today: number) => DayRange>> = {
  今天: (today) => days(today, 1),
  昨天: (today) => days(today - 1, 1),
  明天: (today) => days(today + 1, 1),
  本周: (today) => days(monday(today), 7),
  上周: (today) => days(monday(today) - 7, 7),
  下周: (today) => days(monday(today) + 7, 7),
  本月: (today) => month(today, 0),
  上月: (today) => month(today, -1),
  下月: (today) => month(today, 1),
  今年: (today) => year(yearOf(today)),
  去年: (today) => year(yearOf(today) - 1),
};

const aliases: Readonly<Record<string, string>> = {
  today: '今天',
  yesterday: '昨天',
  tomorrow: '明天',
  week: '本周',
  'this week': '本周',
  'last week': '上周',
  'next week': '下周',
  month: '本月',
  'this month': '本月',
  'last month': '上月',
  'next month': '下月',
  year: '今年',
  'this year': '今年',
  'last year': '去年',
  这周: '本周',
  这个月: '本月',
  上个月: '上月',
  下个月: '下月',
};

function period(value: string, today: number): DayRange | undefined {
  const byName = named[aliases[value] ?? value];
  if (byName) return byName(today);
  const written = value.replace(/[年月/.]/gu, '-').replace(/日|号|-$/gu, '');
  const parts = /^(?:(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?|(\d{1,2})-(\d{1,2})|(\d{1,2}))$/u.exec(written);
  if (!parts) return undefined;
  const [, y, m, d, shortMonth, shortDay, onlyMonth] = parts.map((part) =>
    part === undefined ? undefined : Number(part),
  );
  if (onlyMonth !== undefined && !/月/u.test(value)) return undefined;
  return ofParts(y ?? yearOf(today), m ?? shortMonth ?? onlyMonth, d ?? shortDay);
}

function ofParts(y: number, m: number | undefined, d: number | undefined): DayRange | undefined {
  if (m === undefined) return year(y);
  if (m < 1 || m > 12) return undefined;
  if (d === undefined) return { from: day(y, m, 1), before: day(y, m + 1, 1) };
  return d < 1 || d > day(y, m + 1, 1) - day(y, m, 1) ? undefined : days(day(y, m, d), 1);
}

function days(from: number, count: number): DayRange {
  return { from, before: from + count };
}

function month(today: number, shift: number): DayRange {
  const m = new Date(today * dayMilliseconds).getUTCMonth() + 1 + shift;
  return { from: day(yearOf(today), m, 1), before: day(yearOf(today), m + 1, 1) };
}

function year(y: number): DayRange {
  return { from: day(y, 1, 1), before: day(y + 1, 1, 1) };
}

function yearOf(today: number): number {
  return new Date(today * dayMilliseconds).getUTCFullYear();
}

/** The Monday of a day's week; day 0 was a Thursday. */
function monday(today: number): number {
  return today - ((today + 3) % 7);
}

function day(y: number, m: number, d: number): number {
  return Date.UTC(y, m - 1, d) / dayMilliseconds;
}

function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMilliseconds;
}

/** China's civil day begins eight hours before that of UTC. */
function moment(day: number): string {
  return new Date(day * dayMilliseconds - 8 * 3_600_000).toISOString();
}
