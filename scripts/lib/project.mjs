// @ts-check
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The project's root folder, without a slash at its end. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * @param {string} relative a path below the project's root
 * @returns {string} that path, absolute
 */
export const inProject = (relative) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));

/**
 * @param {string} file a JSON file whose top level is an object
 * @returns {Record<string, unknown>}
 */
export function readJsonObject(file) {
  /** @type {unknown} */
  const value = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof value !== 'object' || value === null) throw new Error(`${file} holds no JSON object.`);
  return { ...value };
}
