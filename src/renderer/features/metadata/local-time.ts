/** What a `datetime-local` field shows for a moment: this machine's time, to the minute. */
export function localInputValue(moment: string): string {
  const date = new Date(moment);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** The moment in UTC that a `datetime-local` field says; null while it is empty or incomplete. */
export function momentFromLocal(value: string): string | null {
  const date = new Date(value);
  return value === '' || Number.isNaN(date.getTime()) ? null : date.toISOString();
}
