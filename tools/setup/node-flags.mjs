/**
 * What every Node 24 of the project is started with. On processors with memory protection keys V8's table of code pages, one
 * for all threads, now and then misses a page when threads come and go, and ends the process (`jit_page.has_value()`,
 * nodejs/node issue 64500); without the keys it does not. Tests and the workstation start threads all the time.
 * @type {readonly string[]}
 */
export const nodeFlags = ['--disable-warning=ExperimentalWarning', '--no-memory-protection-keys'];
