import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { nodeEnvironment } from './node-flags.mjs';
import { appCommand, prepare } from './prepare.mjs';
import { handOver } from './programs.mjs';
import { findRuntime, hasDisplay } from './runtime.mjs';
import { Refusal, runTool, say } from './say.mjs';

/** `npm start`, once the Node that runs it is known to be new enough. */

/** @returns {{ data: string | undefined, port: string | undefined, open: boolean, electron: boolean }} */
function readOptions() {
  const known = /** @type {const} */ ({
    data: { type: 'string' },
    port: { type: 'string' },
    'no-open': { type: 'boolean', default: false },
    electron: { type: 'boolean', default: false },
  });
  try {
    const { values } = parseArgs({ options: known });
    const port = values.port;
    if (port !== undefined && !(Number(port) >= 1 && Number(port) <= 65535))
      throw new Refusal(`端口 ${port} 不对，应为 1 到 65535。（--port takes a number from 1 to 65535.）`);
    return {
      data: values.data === undefined ? undefined : resolve(values.data),
      port,
      open: !values['no-open'],
      electron: values.electron,
    };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('不认识的选项。可用：--data <文件夹> --port <端口> --no-open --electron（unknown option）');
  }
}

await runTool(async () => {
  const options = readOptions();
  await prepare({ build: true });
  const runtime = await findRuntime({ retry: options.electron });
  say(
    runtime.kind === 'electron'
      ? '用 Electron 运行（running in Electron）'
      : `用浏览器运行：${runtime.why}（running in a browser）。按 Ctrl+C 结束（Ctrl+C stops it）。`,
  );
  const open = options.open && hasDisplay(process.platform, process.env);
  const { command, args } = appCommand(runtime, { ...options, open });
  return await handOver(command, args, {
    ...(runtime.kind === 'electron' ? {} : nodeEnvironment),
    ...process.env,
    GAOQIAN_DEMO_PORTAL: process.env['GAOQIAN_DEMO_PORTAL'] ?? '1',
  });
});
