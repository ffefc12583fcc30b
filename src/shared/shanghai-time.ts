/** China has one civil time, UTC+8 without summer time (since 1992). */
const offsetMilliseconds = 8 * 60 * 60 * 1000;

/** `YYYY-MM-DD HH:mm` in Asia/Shanghai, 24 hours, as the government page tag PubDate wants it (国办发〔2017〕47号, annex). */
export function shanghaiMinute(moment: string): string {
  return shift(moment).slice(0, 16).replace('T', ' ');
}

/** `YYYY-MM-DD HH:mm:ss` in Asia/Shanghai. */
export function shanghaiSecond(moment: string): string {
  return shift(moment).slice(0, 19).replace('T', ' ');
}

/** `YYYY-MM-DD` in Asia/Shanghai. */
export function shanghaiDate(moment: string): string {
  return shift(moment).slice(0, 10);
}

function shift(moment: string): string {
  return new Date(new Date(moment).getTime() + offsetMilliseconds).toISOString();
}
