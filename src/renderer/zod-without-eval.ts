import { config } from 'zod';

/**
 * Imported before any schema is made: zod would try whether it may compile code, and the page's policy (which forbids it) would
 * report the attempt.
 */
config({ jitless: true });
