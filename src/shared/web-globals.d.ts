/** The few globals that Node and every browser share; shared code has no DOM and no Node types. */
declare global {
  class URL {
    constructor(url: string, base?: string);
    static canParse(url: string, base?: string): boolean;
    readonly href: string;
    readonly host: string;
    readonly origin: string;
    readonly hostname: string;
    readonly protocol: string;
  }
}
export {};
