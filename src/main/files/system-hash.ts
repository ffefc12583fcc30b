import { createHash } from 'node:crypto';
import type { Hash } from '#main/services/ports/hash.ts';

export const systemHash: Hash = { sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex') };
