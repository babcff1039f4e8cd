import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import solid from 'vite-plugin-solid';
import { unicodeEmoji } from './scripts/lib/emoji-plugin.mjs';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Puts the decoder of WebP beside the main bundle, which reads it when the first picture needs it. */
const webpDecoder: Plugin = {
  name: 'suzu-webp-decoder',
  generateBundle() {
    this.emitFile({
      type: 'asset',
      fileName: 'webp_dec.wasm',
      source: readFileSync(path('node_modules/@jsquash/webp/codec/dec/webp_dec.wasm')),
    });
  },
};

/**
 * One config, three bundles: `vite build --mode main|preload|window`. Each ends as a single script, so
 * that the package needs no node_modules and start-up reads one file; only the tables of emojis, which
 * are large and seldom needed, stand beside the window's. The target is the oldest Electron the project
 * runs on (33: Node 20.18, Chrome 130).
 */
export default defineConfig(({ mode }) => {
  if (mode === 'window') {
    return {
      root: path('src-renderer'),
      base: './',
      plugins: [solid(), unicodeEmoji()],
      build: {
        outDir: path('out/window'),
        emptyOutDir: true,
        target: 'chrome130',
        modulePreload: false,
        assetsInlineLimit: 0,
      },
    };
  }
  const entry = mode === 'preload' ? 'src-main/preload.ts' : 'src-main/main.ts';
  return {
    // A node bundle: no browser field, no defines for the web.
    ssr: { noExternal: true, external: ['electron'] },
    plugins: mode === 'preload' ? [] : [webpDecoder],
    build: {
      ssr: path(entry),
      outDir: path(mode === 'preload' ? 'out/preload' : 'out/main'),
      emptyOutDir: true,
      target: 'node20',
      minify: true,
      rolldownOptions: {
        // What the D-Bus library loads only for bus addresses that Suzu never gives it.
        external: ['electron', 'x11', 'usocket'],
        output: {
          // A sandboxed preload can only be CommonJS; main is CommonJS too because a single CJS file
          // starts faster than the ESM loader.
          format: 'cjs',
          entryFileNames: mode === 'preload' ? 'preload.cjs' : 'main.cjs',
          codeSplitting: false,
        },
      },
    },
  };
});
