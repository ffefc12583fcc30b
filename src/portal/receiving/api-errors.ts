import type { CodedError, ErrorCode } from '#shared/errors.ts';
import { errorSentence } from '#shared/texts/error-sentences.ts';

/** A refusal as the API tells it: the code for programs, a sentence for people who look at the answer. */
export interface ApiError extends CodedError {
  readonly text: string;
}

/** Refusals that have a status of their own. All others say that the package is not as it must be: 422. */
const statuses: Readonly<Partial<Record<ErrorCode, number>>> = {
  'bad-request': 400,
  'portal-unauthorized': 401,
  'not-found': 404,
  'portal-conflict': 409,
  'package-replayed': 409,
  'portal-too-large': 413,
  'too-many-calls': 429,
  internal: 500,
  'disk-full': 507,
  'disk-error': 500,
};

/** What the common sentences say from the workstation's side, said from the portal's. */
const texts: Readonly<Partial<Record<ErrorCode, string>>> = {
  'portal-unauthorized': '令牌缺失、不正确或已停用。',
  'portal-conflict': '门户上已有同名而内容不同的发布包，没有接收。',
  'portal-too-large': '发布包超过门户的大小上限，没有接收。',
  'not-found': '门户没有收到过这个发布包。',
  'signature-key-unknown': '签名密钥没有登记给这位信息发布员，已拒绝。',
  internal: '门户内部出错，没有发布。请稍后重试。',
};

export function apiAnswer(error: CodedError): { readonly status: number; readonly body: ApiError } {
  const text = texts[error.code] ?? errorSentence(error);
  return { status: statuses[error.code] ?? 422, body: { code: error.code, params: error.params, text } };
}
