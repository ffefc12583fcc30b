import { z } from 'zod';

/** The parts of a draft that are searched, and told apart where a hit is shown. */
export const searchFields = ['headline', 'body', 'captions', 'credits', 'authors', 'details', 'files'] as const;
export const searchFieldSchema = z.enum(searchFields);
export type SearchField = z.infer<typeof searchFieldSchema>;
