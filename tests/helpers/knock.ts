import { createHash } from 'node:crypto';

export interface Knock {
  readonly status: number;
  /** The portal's code; `published` for a receipt. */
  readonly code: string;
}

/**
 * Sends bytes to a portal as a stranger would who knows the protocol, the token and nothing of our client: creation with
 * upload (tus 1.0), then the question for the receipt until there is an answer.
 */
export async function knock(
  portal: { readonly url: string; readonly token: string },
  bytes: Buffer,
  packageName: string,
): Promise<Knock> {
  const authorization = `Bearer ${portal.token}`;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const metadata = { filename: `${packageName}.zip`, sha256, packageName };
  const created = await fetch(`${portal.url}/api/v1/uploads`, {
    method: 'POST',
    headers: {
      authorization,
      'tus-resumable': '1.0.0',
      'upload-length': String(bytes.length),
      'content-type': 'application/offset+octet-stream',
      'upload-metadata': Object.entries(metadata)
        .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
        .join(','),
    },
    body: new Uint8Array(bytes),
  });
  const refusal = await created.text();
  if (created.status !== 201) return { status: created.status, code: codeOf(refusal) };
  for (;;) {
    const answer = await fetch(`${portal.url}/api/v1/receipts/${sha256}`, { headers: { authorization } });
    const body = await answer.text();
    if (answer.status !== 202) return { status: answer.status, code: answer.ok ? 'published' : codeOf(body) };
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function codeOf(body: string): string {
  try {
    return String((JSON.parse(body) as { code?: unknown }).code);
  } catch {
    return body.slice(0, 40);
  }
}
