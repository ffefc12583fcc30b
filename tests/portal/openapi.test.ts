import { readFile } from 'node:fs/promises';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { fastify } from 'fastify';
import { expect, test } from 'vitest';
import { apiRoutes, type ApiParts } from '#portal/receiving/api-routes.ts';
import { openApi } from '#portal/receiving/openapi.ts';
import { packageBench } from '#tests/builders/package-inputs.ts';
import { knock } from '#tests/helpers/knock.ts';
import { runningPortal, sendPackage } from '#tests/helpers/running-portal.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

const methods = new Set(['get', 'post', 'head', 'patch', 'delete', 'options', 'put']);

test('the description names every route of the API, and no other', async () => {
  const described = Object.entries((openApi('') as Described).paths).flatMap(([path, acts]) =>
    Object.keys(acts)
      .filter((act) => methods.has(act))
      .map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  );
  const routes: string[] = [];
  const app = fastify({ exposeHeadRoutes: false });
  app.addHook('onRoute', ({ method, url }) => {
    for (const name of [method].flat()) routes.push(`${name} ${url}`);
  });
  // Routes alone are looked at: nobody is answered, so nothing behind them is needed.
  app.register(async (scope) => apiRoutes(scope, {} as ApiParts), { prefix: '/api/v1' });
  await app.ready();
  await app.close();
  // The root of the prefix is answered with and without its slash.
  const written = described.map((route) => route.replace(/\/$/, ''));
  expect(written.toSorted()).toEqual(['GET /api/v1/openapi.json', ...routes].toSorted());
});

test('is served without a token, and what the portal answers is what it says', async () => {
  const portal = await runningPortal();
  const served = (await (await fetch(`${portal.url}/api/v1/openapi.json`)).json()) as Described;
  expect(served).toEqual(JSON.parse(JSON.stringify(openApi(portal.url))));
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const judge = (name: string): ValidateFunction => ajv.compile(served.components.schemas[name] ?? {});
  const authorization = `Bearer ${portal.token}`;
  const ask = async (path: string): Promise<unknown> =>
    (await fetch(`${portal.url}/api/v1/${path}`, { headers: { authorization } })).json();

  expect(judge('About')(await ask(''))).toBe(true);
  expect(judge('Refusal')(await ask(`receipts/${'a'.repeat(64)}`))).toBe(true);
  expect(judge('Refusal')(await ask('receipts/nothing'))).toBe(true);
  expect(judge('Refusal')(await (await fetch(`${portal.url}/api/v1/`)).json())).toBe(true);
  const zip = await (await packageBench(await temporaryFolder())).write();
  const receipt = await sendPackage(portal, zip);
  expect(judge('Receipt')(await ask(`receipts/${zip.sha256}`))).toBe(true);
  expect(judge('Receipt')({ ...receipt, more: 1 })).toBe(false);
  expect((await knock(portal, await readFile(zip.path), zip.name)).code).toBe('published');
});
