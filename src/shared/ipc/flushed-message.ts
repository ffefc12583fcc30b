/** The preload's word that every listener of `app:flush` has settled. No call of the contract: the window's code never sends it. */
export const flushedMessage = 'app:flushed';
