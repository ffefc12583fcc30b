import type { CodedError, ErrorCode } from '#shared/errors.ts';

/** A refusal as the API tells it: the code for programs, a sentence for people who look at the answer. */
export interface ApiError extends CodedError {
  readonly text: string;
}

const answers: Readonly<Partial<Record<ErrorCode, readonly [status: number, text: string]>>> = {
  'bad-request': [400, '请求格式不正确。'],
  'portal-unauthorized': [401, '令牌缺失、无效或已停用。'],
  'not-found': [404, '没有这一项。'],
  'portal-conflict': [409, '同名的发布包或地址已存在，内容不同。'],
  'package-replayed': [409, '门户已发布这篇稿件的同一修订或更新的修订。'],
  'portal-too-large': [413, '发布包超过门户允许的大小。'],
  'too-many-calls': [429, '请求过于频繁，请稍后再试。'],
  'signature-missing': [422, '发布包没有签名。'],
  'signature-invalid': [422, '发布包的签名不正确，内容可能被改动。'],
  'signature-key-unknown': [422, '签名密钥未在门户登记给这位信息发布员。'],
  'not-signed-off': [422, '稿件没有完成三审签发。'],
  'bag-hash-mismatch': [422, '文件的校验值不一致。'],
  'bag-foreign-file': [422, '发布包里有清单以外的文件。'],
  'metadata-invalid': [422, '发布包的元数据不符合要求。'],
  internal: [500, '门户内部出错，请稍后再试。'],
};

/** Status and body of the answer to a refusal. What has no words of its own concerns the package: 422. */
export function apiAnswer(error: CodedError): { readonly status: number; readonly body: ApiError } {
  const [status, text] = answers[error.code] ?? [422, '发布包未通过校验。'];
  return { status, body: { code: error.code, params: error.params, text } };
}
