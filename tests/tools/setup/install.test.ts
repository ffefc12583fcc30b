import { expect, it } from 'vitest';
import { whyNpmFailed } from '#tools/setup/install.mjs';

it.each([
  ['npm error code ENOTFOUND\nnpm error network request to https://r/ failed', '连不上 npm 软件源'],
  ['npm error code ETIMEDOUT', '连不上 npm 软件源'],
  ['npm error code ENOSPC\nnpm error nospc ENOSPC: no space left on device', '磁盘空间不足'],
  ['npm error code EACCES', '没有写入本文件夹的权限'],
  ['npm error code EPERM\nnpm error syscall unlink', '没有写入本文件夹的权限'],
  ['npm error code EUSAGE\nnpm error can only install packages when … are in sync', 'npm install'],
])('says in one sentence what to do: %s', (output, expected) => {
  const sentence = whyNpmFailed(output);
  expect(sentence).toContain(expected);
  expect(sentence).not.toContain('\n');
});

it("passes npm's own last lines on when it knows no better", () => {
  expect(whyNpmFailed('npm error strange')).toContain('npm error strange');
});
