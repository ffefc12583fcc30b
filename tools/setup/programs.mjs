import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** Node 24 as the npm package `node` installs it: it runs everything but the set-up itself. */
export const node24 = join(projectRoot, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * The Node that an installation runs on. npm scripts run on ours as soon as it is there, but ours lies in node_modules, which
 * `npm ci` empties: then it is the one that runs npm itself.
 */
export const machineNode = outsideNode(process.execPath, process.env['npm_node_execpath'], process.env['PATH']);

/**
 * @param {string} running the Node that runs this
 * @param {string | undefined} ofNpm the Node that runs npm, where npm started this
 * @param {string | undefined} path the folders of the PATH, for who started ours by hand
 * @returns {string} `running` where there is no other
 */
export function outsideNode(running, ofNpm, path) {
  const ours = join(projectRoot, 'node_modules');
  if (!running.startsWith(ours)) return running;
  const onPath = (path ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '' && !folder.startsWith(ours))
    .map((folder) => join(folder, process.platform === 'win32' ? 'node.exe' : 'node'));
  return [...(ofNpm === undefined ? [] : [ofNpm]), ...onPath].find((node) => existsSync(node)) ?? running;
}

/**
 * @typedef {object} Outcome
 * @property {number} code exit code; 127 when the program could not be started
 * @property {string} output what it wrote on both streams, newest 64 KB
 */

/**
 * Runs a program with its arguments as a list (never through a shell: paths hold spaces and Han characters).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, timeoutMs?: number }} [options] `show` passes the output on as it comes
 * @returns {Promise<Outcome>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      cwd: options.cwd ?? projectRoot,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs, killSignal: 'SIGKILL' }),
    });
    for (const [stream, target] of /** @type {const} */ ([
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])) {
      stream.on('data', (/** @type {Buffer} */ data) => {
        output = (output + data.toString()).slice(-65536);
        if (options.show === true) target.write(data);
      });
    }
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Hands the terminal over to a program until it ends; signals reach it through the terminal or from here.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
export function handOver(command, args, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: projectRoot, env, stdio: 'inherit' });
    const pass = (/** @type {NodeJS.Signals} */ signal) => {
      child.kill(signal);
    };
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    for (const signal of signals) process.on(signal, pass);
    child.once('error', reject);
    child.once('exit', (code) => {
      for (const signal of signals) process.off(signal, pass);
      resolve(code ?? 1);
    });
  });
}

/**
 * Runs npm. By its script rather than by its name, because on Windows `npm` is a .cmd that only a shell can start.
 * @param {readonly string[]} args
 * @param {{ show?: boolean, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<Outcome>}
 */
export function npm(args, options = {}) {
  const script = findNpmScript(process.env, machineNode);
  return script === undefined ? run('npm', args, options) : run(machineNode, [script, ...args], options);
}

/**
 * @param {NodeJS.ProcessEnv} environment
 * @param {string} nodePath
 * @returns {string | undefined}
 */
export function findNpmScript(environment, nodePath) {
  const named = environment['npm_execpath'];
  const places = [
    ...(named !== undefined && /npm-cli\.c?js$/.test(named) ? [named] : []),
    join(dirname(nodePath), 'node_modules/npm/bin/npm-cli.js'),
    join(dirname(nodePath), '../lib/node_modules/npm/bin/npm-cli.js'),
  ];
  return places.find((place) => existsSync(place));
}
