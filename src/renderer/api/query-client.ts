import { QueryClient } from '@tanstack/react-query';

/** Answers come from this machine: no retries, no refetching by the clock; events say when something changed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: Infinity, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});
