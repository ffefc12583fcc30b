import { spawnSync } from 'node:child_process';

let answer: string | null | undefined;

/** Why no mount of our own can be made here; null where an unprivileged namespace takes one. */
export function whyNoMounts(): string | null {
  answer ??= canMount() ? '' : 'this machine lets nobody make mounts of their own (unshare -rm)';
  return answer === '' ? null : answer;
}

function canMount(): boolean {
  if (process.platform !== 'linux') return false;
  const script = 'mount -t tmpfs -o size=1m none /mnt';
  return spawnSync('unshare', ['-rm', 'sh', '-c', script], { stdio: 'ignore' }).status === 0;
}

/** The command that runs `command` where `mount` (a line of shell; `$1` is the folder) was done before, seen by nobody else. */
export function inNamespace(mount: string, folder: string, command: readonly string[]): readonly string[] {
  return ['unshare', '-rm', 'sh', '-c', `${mount} && shift && exec "$@"`, 'sh', folder, ...command];
}
