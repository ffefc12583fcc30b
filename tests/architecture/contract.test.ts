import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { channels, contract, eventNames } from '#shared/ipc/contract.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(resolve(root, path), 'utf8');

describe.each(channels)('the channel %s', (channel) => {
  const { request, response } = contract[channel];

  it('is named area:verb', () => {
    expect(channel).toMatch(/^[a-z]+:[a-z]+(-[a-z]+)*$/);
  });

  it('has a request that takes no unknown key and a response', () => {
    expect(request).toBeInstanceOf(z.ZodObject);
    const answer = request.safeParse({ 'no such key': 1 });
    expect(answer.error?.issues.some((issue) => issue.code === 'unrecognized_keys')).toBe(true);
    expect(response).toBeInstanceOf(z.ZodType);
  });

  it('has exactly one handler', () => {
    const places = globSync('src/main/ipc-handlers/*.ts', { cwd: root }).filter((path) =>
      read(path).includes(`'${channel}'`),
    );
    expect(places).toHaveLength(1);
  });
});

describe('events', () => {
  it('are those that the preload lets the window listen to', () => {
    const preload = read('src/preload/index.ts');
    const listed = [...preload.matchAll(/^ {2}'([a-z]+:[a-z]+)': true/gm)].map(([, name]) => name);
    expect(new Set(listed)).toEqual(new Set(eventNames));
  });

  it('share no name with a channel', () => {
    expect(eventNames.filter((name) => (channels as readonly string[]).includes(name))).toEqual([]);
  });
});
