/** Nobody turns over so many pages; more than that is no number for the index. */
const most = 1_000_000;

/** Which page of a list is asked for, counted from 1; whatever is no number asks for the first. */
export function pageNumber(asked: unknown): number {
  const number = Math.trunc(Number(asked ?? 1));
  return Number.isNaN(number) ? 1 : Math.min(Math.max(1, number), most);
}
