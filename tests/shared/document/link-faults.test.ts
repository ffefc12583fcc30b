import { expect, test } from 'vitest';
import { linkFault } from '#shared/document/link-faults.ts';

test.each([
  ['https://www.gov.cn/zhengce/content/2019-04/18/content_5384134.htm', undefined],
  ['https://zjj.jiangmen.gov.cn/a?id=3#top', undefined],
  ['http://住建局.政务/', undefined],
  ['http://218.17.1.2:8080/list', undefined],
  ['mailto:office@example.com', undefined],
  ['tel:0750-5524538', undefined],
  ['http://10.1.2.3/oa', 'inside'],
  ['http://172.20.0.9/', 'inside'],
  ['http://192.168.1.1/', 'inside'],
  ['http://127.0.0.1:8620/', 'inside'],
  ['http://[fd12:3456::1]/', 'inside'],
  ['http://oa/work', 'inside'],
  ['http://files.lan/a.pdf', 'inside'],
  ['https://portal.example.com/a', 'test'],
  ['https://gaoqian.test/', 'test'],
  ['https://www.gov.cn/zhengce。', 'malformed'],
  ['https://www.gov.cn/zhengce）', 'malformed'],
  ['https://http//www.gov.cn/', 'inside'],
  ['https://https.www.gov.cn/', 'malformed'],
  ['https://www.gov.cn//https://www.gov.cn/', 'malformed'],
  ['https://www.a_b.cn/', 'malformed'],
  ['https://www.gov.c/', 'malformed'],
  ['https://t.cn/A6abc', 'short'],
  ['https://mp.weixin.qq.com/s?__biz=1&tempkey=abc', 'fleeting'],
  ['https://b.oss-cn-shenzhen.aliyuncs.com/a.pdf?Expires=1&OSSAccessKeyId=2&Signature=3', 'fleeting'],
])('%s: %s', (url, fault) => {
  expect(linkFault(url)).toBe(fault);
});
