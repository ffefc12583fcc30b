import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { resolve } from 'node:path';
import { z } from 'zod';

const projectRoot = resolve(import.meta.dirname, '../..');
const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }) }),
]);

export interface CommandResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `npm run gaoqian -- …` as a process of its own. */
export async function gaoqian(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  const child = spawn(process.execPath, ['src/cli/main.ts', ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((settle) => child.once('close', settle));
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { exitCode, stdout, stderr };
}

/** The same with `--json`, its last line read: what was answered, or the code of the refusal. */
export async function gaoqianJson(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { exitCode, stdout, stderr } = await gaoqian(['--json', ...args], environment);
  const line = stdout.trim().split('\n').at(-1) ?? '';
  if (line === '') throw new Error(`no answer\n${stderr}`);
  return { exitCode, answer: answerSchema.parse(JSON.parse(line)) };
}
