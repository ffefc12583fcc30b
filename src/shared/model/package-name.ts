import { z } from 'zod';

/** A package's name: bureau code, day, draft number, revision. ASCII, also the zip's name and its one top folder. */
export const packageNameSchema = z.string().regex(/^[A-Z]{2,8}-\d{8}-\d{4,}-r\d+$/);
