import type { z } from 'zod';

/** A call: what goes in, what comes back inside the Result. */
export interface ChannelDefinition<Request extends z.ZodType, Response extends z.ZodType> {
  readonly request: Request;
  readonly response: Response;
}

export function channel<Request extends z.ZodType, Response extends z.ZodType>(
  request: Request,
  response: Response,
): ChannelDefinition<Request, Response> {
  return { request, response };
}
