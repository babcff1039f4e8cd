// @ts-check
// What `electron DIR [ARGUMENTS]` runs first in an Electron that brings no default app of its own:
// makes the app in DIR look to itself as it would in an official Electron, then loads its entry, which
// has to be CommonJS.
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

/**
 * Calls one of the setters that Electron has for default apps alone and keeps out of its types.
 * @param {'setVersion' | 'setDesktopName' | 'setAppPath'} setter
 * @param {string} value
 */
const set = (setter, value) => Reflect.apply(Reflect.get(app, setter), app, [value]);

/**
 * @param {string} directory
 * @returns {string} the app's entry
 */
function adopt(directory) {
  /** @type {{ name?: string, productName?: string, version?: string, desktopName?: string, main?: string }} */
  const about = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
  Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true });
  if (about.version !== undefined) set('setVersion', about.version);
  // The default folder of the app's data follows the name.
  app.name = about.productName ?? about.name ?? app.name;
  set('setDesktopName', about.desktopName ?? `${app.name}.desktop`);
  set('setAppPath', directory);
  return join(directory, about.main ?? 'index.js');
}

/** @param {unknown} error */
function refuse(error) {
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`Electron could not start the app: ${words}\n`);
  app.exit(1);
}

// An app that does not listen to `window-all-closed` quits then; listening here must not change that.
app.on('window-all-closed', () => {
  if (app.listenerCount('window-all-closed') === 1) app.quit();
});

const directory = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (directory === undefined) {
  refuse('no folder is given (electron DIR [ARGUMENTS], where DIR holds a package.json)');
} else {
  try {
    // Not `import()`: `ready` would not wait for it, and some calls must come before `ready`.
    require(adopt(resolve(directory)));
  } catch (error) {
    refuse(error);
  }
}
