import { describe, expect, test } from 'vitest';
import { fileKindOf } from '#shared/model/file-kind.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
const zip = new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]);

describe('bytes come first, whatever the name says', () => {
  test.each([
    ['zip', zip, '稿件.txt'],
    ['old-office', ole, '稿件.docx'],
    ['pdf', bytes('%PDF-1.7\n'), '稿件.docx'],
    ['rtf', bytes('{\\rtf1\\ansi'), '稿件.doc'],
    ['html', bytes('\ufeff<!DOCTYPE html><html>'), '没有名字'],
    ['html', bytes('<?xml version="1.0"?>\n<html xmlns="x">'), 'a'],
    ['mail', bytes('Received: from a\r\n by b\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n正文'), 'x.txt'],
    [
      'mhtml',
      bytes(
        'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a/\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n',
      ),
      'x',
    ],
    ['mhtml', bytes('MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary="x"\r\n\r\n'), '页.mht'],
    ['text', bytes('关于开展检查的通知：\n第一段。'), '没有名字'],
    ['binary', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'x'],
  ])('%s', (kind, head, name) => {
    expect(fileKindOf(head, name)).toBe(kind);
  });
});

describe('the name tells where bytes cannot', () => {
  test.each([
    ['html', bytes('没有标签的一页'), 'a.html'],
    ['text', new Uint8Array([0x2c, 0, 0x31, 0]), 'utf16.txt'],
    ['binary', bytes('<html>错误页</html>'), '照片.jpg'],
    ['text', bytes('来源：市住建局\n作者：张三\n\n正文'), '稿件'],
  ])('%s', (kind, head, name) => {
    expect(fileKindOf(head, name)).toBe(kind);
  });
});
