/** The one scheme and host from which the window is served. */
export const appScheme = 'app';
export const appHost = 'desk';
export const appUrl = `${appScheme}://${appHost}/`;

/** Whether an address belongs to the app's own page. Parsed, because a prefix can be forged (`app://desk.example/`). */
export function isAppUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === `${appScheme}:` && host === appHost && username === '' && password === '';
}
