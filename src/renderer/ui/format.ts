import type { Language } from '#shared/model/settings.ts';

const locales: Readonly<Record<Language, string>> = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-GB' };

/** Kept, for to make one takes far longer than to use it, and each save shows several. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, moment: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${language} ${JSON.stringify(options)}`;
  const kept = formats.get(key) ?? new Intl.DateTimeFormat(locales[language], { hourCycle: 'h23', ...options });
  formats.set(key, kept);
  return kept.format(new Date(moment));
}

/** `14:03:22` */
export function clockTime(language: Language, moment: string): string {
  return format(language, moment, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
}

/** `14:03` */
export function hourMinute(language: Language, moment: string): string {
  return format(language, moment, { hour: '2-digit', minute: '2-digit' });
}

const two = (value: number) => String(value).padStart(2, '0');

/** `周三` */
export function weekday(language: Language, moment: string): string {
  return format(language, moment, { weekday: 'short' });
}

/** `2022-03-16 18:30`, the form of the page. */
export function dateTime(moment: string): string {
  const date = new Date(moment);
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** How long ago, as people say it: just now, the time today, yesterday, the weekday, the date. */
export function ago(
  language: Language,
  moment: string,
  now: number,
  words: { readonly justNow: string; readonly yesterday: string },
): string {
  const then = new Date(moment);
  const today = new Date(now);
  if (now - then.getTime() < 60_000) return words.justNow;
  const midnight = new Date(today.getFullYear(), today.getMonth(), today.getDate()).getTime();
  const day = 86_400_000;
  if (then.getTime() >= midnight) return hourMinute(language, moment);
  if (then.getTime() >= midnight - day) return words.yesterday;
  if (then.getTime() >= midnight - 6 * day) return format(language, moment, { weekday: 'short' });
  const year = then.getFullYear() === today.getFullYear() ? {} : ({ year: 'numeric' } as const);
  return format(language, moment, { month: 'numeric', day: 'numeric', ...year });
}

const inThousands = new Intl.NumberFormat('en-US');

/** `1,617` */
export function grouped(value: number): string {
  return inThousands.format(value);
}

/** `640 KB`, `1.9 MB`, `76.4 GB` */
export function byteSize(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  if (bytes < 1024 ** 3) return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
  return `${(bytes / 1024 ** 3).toFixed(1)} GB`;
}
