/** Facts for whoever looks after the app: event, ids, sizes, codes. Never words of a draft, titles, paths or tokens. */
export interface Log {
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  error(event: string, facts?: LogFacts): void;
}

export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;
