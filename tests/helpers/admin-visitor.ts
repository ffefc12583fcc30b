import type { RunningPortal } from './running-portal.ts';

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** Somebody with a browser at the admin page: keeps the cookie and sends forms as the pages have them. */
export class AdminVisitor {
  readonly #url: string;
  #cookie = '';

  constructor(portal: Pick<RunningPortal, 'url'>) {
    this.#url = portal.url;
  }

  async get(path: string): Promise<Answer> {
    return this.#answer(await fetch(`${this.#url}${path}`, { headers: { cookie: this.#cookie }, redirect: 'manual' }));
  }

  /** Sends a form with the token of the page, or with the given fields alone. */
  async post(
    path: string,
    fields: Readonly<Record<string, string>>,
    options: { readonly csrf?: string; readonly origin?: string } = {},
  ): Promise<Answer> {
    const csrf = options.csrf ?? (await this.token());
    const answer = await fetch(`${this.#url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        cookie: this.#cookie,
        origin: options.origin ?? this.#url,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ ...fields, csrf }).toString(),
    });
    const given = answer.headers.get('set-cookie');
    if (given !== null) this.#cookie = given.split(';')[0] ?? '';
    return this.#answer(answer);
  }

  /** The token that the forms of the first page carry; empty for somebody who is not signed in. */
  async token(): Promise<string> {
    return /name="csrf" value="([^"]+)"/.exec((await this.get('/admin')).text)?.[1] ?? '';
  }

  async signIn(name: string, password: string): Promise<Answer> {
    return this.post('/admin/login', { name, password }, { csrf: '' });
  }

  async #answer(response: Response): Promise<Answer> {
    return { status: response.status, text: await response.text(), headers: response.headers };
  }
}
