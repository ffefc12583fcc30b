/** Address of the front page, of all columns or of one. `page` counts from 1. */
export function listAddress(column: string | null, page: number): string {
  const query = new URLSearchParams();
  if (column !== null) query.set('column', column);
  if (page > 1) query.set('page', String(page));
  return query.size === 0 ? '/' : `/?${query.toString()}`;
}
