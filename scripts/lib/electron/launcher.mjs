// @ts-check

import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';
import { inProject } from '../project.mjs';

/** @param {string} dist */
const launcherIn = (dist) => join(dist, 'resources', 'default_app.asar');

/**
 * Whether `electron DIR` works with this unpacked Electron.
 * @param {string} dist
 */
export const hasLauncher = (dist) => existsSync(launcherIn(dist));

/**
 * Puts the project's own `default_app.asar` into an unpacked Electron that belongs to the project.
 * An official Electron brings one; an Electron taken out of an app does not, and then `electron DIR`
 * ends with 1 and no word. A launcher that is already the same is left alone.
 * @param {string} dist
 */
export async function putLauncher(dist) {
  const resources = join(dist, 'resources');
  await mkdir(resources, { recursive: true });
  const temporary = await mkdtemp(join(resources, '.launcher-'));
  try {
    const packed = join(temporary, 'default_app.asar');
    await createPackage(inProject('scripts/launcher'), packed);
    const target = launcherIn(dist);
    if (existsSync(target) && readFileSync(target).equals(readFileSync(packed))) return;
    await rename(packed, target);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
