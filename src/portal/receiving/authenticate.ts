import { AppError } from '#shared/errors.ts';
import type { Exporters } from '../people/exporters.ts';
import type { Exporter } from '../ports/exporter-store.ts';

/** The exporter behind `Authorization: Bearer <token>` (RFC 6750); refuses `portal-unauthorized`. */
export async function authenticate(exporters: Exporters, authorization: string | undefined): Promise<Exporter> {
  const token = /^Bearer ([\w.~+/=-]{1,200})$/i.exec(authorization ?? '')?.[1];
  const exporter = token === undefined ? undefined : await exporters.findByToken(token);
  if (!exporter) throw new AppError('portal-unauthorized');
  return exporter;
}

/** Remembers who sent a request (Node's own object), from the route's check to the hooks of the tus server. */
export class Senders {
  readonly #senders = new WeakMap<object, Exporter>();

  set(request: object, exporter: Exporter): void {
    this.#senders.set(request, exporter);
  }

  get(request: object | undefined): Exporter {
    const exporter = request && this.#senders.get(request);
    if (!exporter) throw new AppError('portal-unauthorized');
    return exporter;
  }
}
