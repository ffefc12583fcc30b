import { z } from 'zod';
import { errorParamsSchema } from '#shared/errors.ts';
import { receiptSchema } from '#shared/model/receipt.ts';

/** A refusal: the code for programs, the text for people. */
export const refusalSchema = z.strictObject({ code: z.string(), params: errorParamsSchema, text: z.string() });

export const aboutSchema = z.strictObject({
  portal: z.string(),
  receiptPublicKey: z.string(),
  uploadBytes: z.int().min(1),
});

export const verifyingSchema = z.strictObject({ state: z.literal('verifying') });

const json = (schema: string, description: string): object => ({
  description,
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
});
const refusal = (description: string): object => json('Refusal', description);
const header = (name: string, description: string, required = true): object => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
});
const tus = header('Tus-Resumable', '1.0.0');
const always = { 401: refusal('令牌缺失、不正确或已停用'), 429: refusal('请求太多，见 Retry-After') };
const uploadId = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };

/** The API in OpenAPI 3.1; `docs/portal-api.md` says the same in words. `server` without a slash at the end. */
export function openApi(server: string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: '稿签门户接口',
      version: '1',
      description: '接收发布包（tus 1.0 续传），校验、发布，答以签名的回执。文字说明见 docs/portal-api.md。',
    },
    servers: [{ url: server }],
    security: [{ token: [] }],
    paths: {
      '/api/v1/': { get: { summary: '门户的自我介绍', responses: { 200: json('About', '门户'), ...always } } },
      '/api/v1/openapi.json': {
        get: { summary: '本说明', security: [], responses: { 200: { description: 'OpenAPI 3.1' } } },
      },
      '/api/v1/uploads': {
        post: {
          summary: '开始上传（tus creation）',
          parameters: [
            tus,
            header('Upload-Length', 'zip 的字节数，不得为 0'),
            header('Upload-Metadata', 'filename、sha256、packageName，各为 base64'),
          ],
          responses: {
            201: { description: '已建立', headers: { Location: { schema: { type: 'string' } } } },
            400: refusal('请求头不对'),
            409: refusal('同名而内容不同的包已经发布'),
            413: refusal('超过大小上限'),
            ...always,
          },
        },
        options: { summary: '支持的 tus 扩展', responses: { 204: { description: '见 Tus-Extension' }, ...always } },
      },
      '/api/v1/uploads/{id}': {
        parameters: [uploadId],
        head: {
          summary: '已收到多少',
          parameters: [tus],
          responses: { 200: { description: '见 Upload-Offset' }, 404: { description: '没有这次上传' }, ...always },
        },
        patch: {
          summary: '续传',
          parameters: [tus, header('Upload-Offset', '从这里接着传')],
          requestBody: { content: { 'application/offset+octet-stream': {} } },
          responses: {
            204: { description: '已收到，见 Upload-Offset' },
            404: { description: '没有这次上传' },
            409: { description: '位置不符' },
            423: { description: '正被另一个请求占用' },
            ...always,
          },
        },
        delete: {
          summary: '放弃',
          parameters: [tus],
          responses: { 204: { description: '已丢弃' }, 404: { description: '没有这次上传' }, ...always },
        },
      },
      '/api/v1/receipts/{zipSha256}': {
        get: {
          summary: '问回执',
          parameters: [
            { name: 'zipSha256', in: 'path', required: true, schema: { type: 'string', pattern: '^[0-9a-f]{64}$' } },
          ],
          responses: {
            200: json('Receipt', '已发布'),
            202: json('Verifying', '正在校验，见 Retry-After'),
            400: refusal('散列值格式不对'),
            404: refusal('没有收到过'),
            409: refusal('收到了但拒绝发布：与已发布的冲突'),
            422: refusal('收到了但拒绝发布：未通过校验'),
            ...always,
          },
        },
      },
    },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'RFC 6750；由门户管理员发放' } },
      schemas: {
        About: z.toJSONSchema(aboutSchema),
        Receipt: z.toJSONSchema(receiptSchema),
        Refusal: z.toJSONSchema(refusalSchema),
        Verifying: z.toJSONSchema(verifyingSchema),
      },
    },
  };
}
