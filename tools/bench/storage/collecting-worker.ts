import '#main/db/worker.ts';
import { collectWhenAsked } from './collect.ts';

/** The database worker as it is, in a thread that collects its garbage when the bench asks. */
collectWhenAsked();
