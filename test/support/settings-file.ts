import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import type { SettingsFile } from '../../src-main/desktop/settings.ts';

const objectSchema = v.record(v.string(), v.unknown());

/** A settings file that treats the disk as electron-store does, which itself only loads inside Electron. */
export function plainSettingsFile(folder: string): SettingsFile {
  const path = `${folder}/settings.json`;
  const read = () =>
    existsSync(path) ? v.parse(objectSchema, JSON.parse(readFileSync(path, 'utf8'))) : {};
  read();
  return { set: (fields) => writeFileSync(path, JSON.stringify({ ...read(), ...fields })) };
}
