// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from './cli.mjs';
import { inProject, readJsonObject } from './project.mjs';

/** How files with terms are called, in whatever case and with whatever ending. */
const TERMS = /^(licen[cs]e|copying|notice)/i;

/**
 * Notes down which packages a bundle holds code of, as `packages-NAME.json` beside it; `foldersOf` reads
 * it back.
 * @param {string} name of the bundle
 * @param {readonly string[]} also packages that get in by another way than as modules
 * @returns {import('vite').Plugin}
 */
export function bundledPackages(name, also = []) {
  return {
    name: 'suzu-bundled-packages',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((part) =>
        part.type === 'chunk' ? Object.entries(part.modules) : [],
      );
      const folders = modules
        .filter(([, { renderedLength }]) => renderedLength > 0)
        .flatMap(([id]) => packageFolder(id) ?? []);
      const all = new Set([...folders, ...also.map((entry) => `node_modules/${entry}`)]);
      const source = JSON.stringify([...all].sort());
      this.emitFile({ type: 'asset', fileName: `packages-${name}.json`, source });
    },
  };
}

/**
 * The folder of the package that a module is of, relative to the project; null for our own modules.
 * @param {string} id as the bundler names it: a path, with marks before and after
 */
export function packageFolder(id) {
  const path = id.replaceAll('\\', '/').replace(/^\0/, '').split('?')[0] ?? '';
  const at = path.lastIndexOf('node_modules/');
  if (at === -1) return null;
  const first = path.indexOf('node_modules/');
  const [scope = '', second = ''] = path.slice(at + 'node_modules/'.length).split('/');
  const name = scope.startsWith('@') ? `${scope}/${second}` : scope;
  return `${path.slice(first, at)}node_modules/${name}`;
}

/**
 * What the authors of bundled packages ask to be told: name, version, licence and terms of each.
 * @param {Iterable<string>} folders of packages, relative to the project
 * @returns {string}
 * @throws {UserError} when a package tells no licence
 */
export function thirdPartyNotices(folders) {
  const parts = new Map(
    [...new Set(folders)].map((folder) => {
      const { title, terms } = noticeOf(folder);
      return [title, `${title}\n\n${terms}`];
    }),
  );
  const sorted = [...parts.keys()].sort().map((title) => parts.get(title));
  const line = '-'.repeat(80);
  return [
    'Suzu holds parts of the programs below. Electron, which it runs on, and Chromium inside it have',
    'their terms in files of their own beside the program.',
    ...sorted.map((part) => `${line}\n\n${part}`),
    '',
  ].join('\n');
}

/** @param {string} folder */
function noticeOf(folder) {
  const path = inProject(folder);
  const about = readJsonObject(join(path, 'package.json'));
  const licence = licenceOf(about);
  const title = `${about['name']} ${about['version']}`;
  if (licence === null) {
    throw new UserError(`${title} tells no licence in its package.json: it cannot be bundled.`);
  }
  const terms = readdirSync(path)
    .filter((file) => TERMS.test(file))
    .sort()
    .map((file) => readFileSync(join(path, file), 'utf8').trim());
  const home = homeOf(about);
  const told = terms.length > 0 ? terms : [`Licensed under ${licence} by ${authorOf(about)}.`];
  return { title: `${title} (${licence})${home}`, terms: `${told.join('\n\n')}\n` };
}

/**
 * Old packages write an object with its type, or a list to choose from.
 * @param {Record<string, unknown>} about
 * @returns {string | null}
 */
function licenceOf({ license: told }) {
  if (Array.isArray(told)) return told.map(String).join(' or ');
  const name = typeof told === 'object' && told !== null ? Reflect.get(told, 'type') : told;
  return typeof name === 'string' ? name : null;
}

/** @param {Record<string, unknown>} about */
function homeOf({ homepage }) {
  return typeof homepage === 'string' ? `\n${homepage}` : '';
}

/** @param {Record<string, unknown>} about */
function authorOf({ author }) {
  if (typeof author === 'string') return author;
  const name = typeof author === 'object' && author !== null ? Reflect.get(author, 'name') : null;
  return typeof name === 'string' ? name : 'its authors';
}

/**
 * The folders that `bundledPackages` noted down.
 * @param {string} file
 * @returns {string[]}
 */
export function foldersOf(file) {
  const noted = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  return Array.isArray(noted) ? noted.map(String) : [];
}
