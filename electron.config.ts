import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** Three builds, one per Electron process. Every electron-vite call passes `--config electron.config.ts`. */
const root = import.meta.dirname;

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // A hundred small files, read by each process and thread at its start: bundled, it is a part of one.
      externalizeDeps: { exclude: ['parse5', 'zod'] },
      rollupOptions: {
        input: {
          index: resolve(root, 'src/main/index.ts'),
          'db-worker': resolve(root, 'src/main/db/worker.ts'),
          'backup-worker': resolve(root, 'src/main/db/backup-worker.ts'),
          'heic-worker': resolve(root, 'src/main/files/heic-worker.ts'),
          'reader-worker': resolve(root, 'src/main/publishing/reader/reader-worker.ts'),
          'demo-portal': resolve(root, 'src/portal/demo-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload can require nothing but electron: everything else is bundled, as CommonJS.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve(root, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src/renderer'),
    build: {
      outDir: resolve(root, 'out/renderer'),
      // Half the bytes to read at each start. One chunk: it lies on this machine, nothing is saved by splitting it.
      minify: true,
      chunkSizeWarningLimit: 2000,
      // The CSP has no data: source, so nothing may be inlined.
      assetsInlineLimit: 0,
      rollupOptions: { input: resolve(root, 'src/renderer/index.html') },
    },
    plugins: [react()],
  },
});
