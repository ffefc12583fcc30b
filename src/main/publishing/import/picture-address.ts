export function isRemote(address: string): boolean {
  return /^(?:https?:)?\/\//iu.test(address);
}

/** Without what scripts ask for (another size), and without the scheme, which pages leave out. */
export function withoutQuery(address: string): string {
  return (address.split(/[?#]/u)[0] ?? '').replace(/^https?:/iu, '');
}

/** The name of the file that an address ends in. */
export function lastName(address: string): string {
  return withoutQuery(address).split(/[/\\]/u).at(-1) ?? '';
}
