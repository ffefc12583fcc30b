/**
 * What every Node 24 of the project is started with. On processors with memory protection keys V8's table of code pages, one
 * for all threads, now and then misses a page when threads come and go, and ends the process (`jit_page.has_value()`,
 * nodejs/node issue 64500); without the keys hardly ever, but the check is not theirs alone. Tests and the workstation start threads
 * all the time; `npm test` runs a test file again that the engine ended.
 * @type {readonly string[]}
 */
export const nodeFlags = ['--disable-warning=ExperimentalWarning', '--no-memory-protection-keys'];

/**
 * What the workstation runs with where Node is its host. On Linux the C library keeps a pool of freed memory for each thread, and
 * pictures leave 50 MB in them; Electron brings an allocator of its own, which gives it back. V8 lets young objects fill three
 * times 32 MB before it looks closely; with 4 MB a package of photos takes 60 MB less, and fifty photos no more than twenty.
 * @type {Readonly<Record<string, string>>}
 */
export const nodeEnvironment = { MALLOC_ARENA_MAX: '2', NODE_OPTIONS: '--max-semi-space-size=4' };
