import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import solid from 'vite-plugin-solid';
import { unicodeEmoji } from './scripts/lib/emoji-plugin.mjs';
import { bundledPackages } from './scripts/lib/third-party.mjs';

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

/** Leaves a module out of the main bundle, which reads it where it is needed: a bundle of its own. */
const apart = (module: string, bundle: string): Plugin => ({
  name: `suzu-${bundle}-apart`,
  enforce: 'pre',
  resolveId: (id) =>
    id.endsWith(`/${module}`) ? { id: `./${bundle}.cjs`, external: 'relative' } : null,
});

/**
 * What Suzu needs of MQTT.js is the client alone. Left out are its own ways to a broker (Suzu hands it a stream)
 * and timers for browsers; `readable-stream` is a copy of Node's own streams; and `debug` would write
 * passwords to stderr when an environment variable asks for it.
 */
const mqttClientAlone: Plugin = {
  name: 'suzu-mqtt-client-alone',
  enforce: 'pre',
  resolveId(id) {
    if (id === 'readable-stream') return { id: 'node:stream', external: true };
    const left = ['./lib/connect', 'worker-timers', 'debug'];
    return left.includes(id) ? `\0left-out:${id}` : null;
  },
  load(id) {
    if (!id.startsWith('\0left-out:')) return null;
    return id.endsWith(':debug') ? 'module.exports = () => () => {};' : 'module.exports = {};';
  },
};

/** A bundle that runs in Node: where it begins, and what is special about it. */
interface NodeBundle {
  readonly entry: string;
  readonly folder: string;
  readonly plugins: readonly Plugin[];
}

const mainBundle: NodeBundle = {
  entry: 'src-main/main.ts',
  folder: 'main',
  plugins: [webpDecoder, apart('electron-updater.ts', 'updater'), apart('mqtt-library.ts', 'mqtt')],
};
/** The others, by their mode. */
const nodeBundles: Readonly<Record<string, NodeBundle>> = {
  updater: { entry: 'src-main/desktop/updates/electron-updater.ts', folder: 'main', plugins: [] },
  mqtt: {
    entry: 'src-main/engine/feeds/mqtt/mqtt-library.ts',
    folder: 'main',
    plugins: [mqttClientAlone],
  },
  preload: { entry: 'src-main/preload.ts', folder: 'preload', plugins: [] },
};

/**
 * One config, five bundles: `vite build --mode main|updater|mqtt|preload|window`. Each ends as a single script,
 * so that the package needs no node_modules and start-up reads one file; only the tables of emojis,
 * the updater and MQTT, which are large and seldom needed, stand beside. The target is the oldest Electron the project
 * runs on (33: Node 20.18, Chrome 130).
 */
export default defineConfig(({ mode }) => {
  if (mode === 'window') {
    return {
      root: path('src-renderer'),
      base: './',
      plugins: [solid(), unicodeEmoji(), bundledPackages(mode, ['emojibase-data'])],
      build: {
        outDir: path('out/window'),
        emptyOutDir: true,
        target: 'chrome130',
        modulePreload: false,
        assetsInlineLimit: 0,
      },
    };
  }
  const bundle = nodeBundles[mode] ?? mainBundle;
  return {
    // A node bundle: no browser field, no defines for the web.
    ssr: { noExternal: true, external: ['electron'] },
    plugins: [...bundle.plugins, bundledPackages(mode)],
    build: {
      ssr: path(bundle.entry),
      outDir: path(`out/${bundle.folder}`),
      // The updater and MQTT stand beside main, which was built before.
      emptyOutDir: mode !== 'updater' && mode !== 'mqtt',
      target: 'node20',
      minify: true,
      rolldownOptions: {
        // What the D-Bus library loads only for bus addresses that Suzu never gives it.
        external: ['electron', 'x11', 'usocket'],
        output: {
          // A sandboxed preload can only be CommonJS; main is CommonJS too because a single CJS file
          // starts faster than the ESM loader.
          format: 'cjs',
          entryFileNames: `${mode}.cjs`,
          codeSplitting: false,
          dynamicImportInCjs: false,
        },
      },
    },
  };
});
