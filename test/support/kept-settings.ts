import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { profileVersion } from '../../src-main/desktop/settings-migrations.ts';
import {
  defaultSettings,
  type PrivacySettings,
  type Rules,
} from '../../src-main/engine/settings/settings.ts';
import { record } from './desktop-bus.ts';

/** Writes the settings that Suzu finds at its next start; the accounts of an earlier one stay. */
export async function keepRules(
  profile: string,
  rules: Partial<Rules>,
  privacy: Partial<PrivacySettings> = {},
): Promise<void> {
  const path = join(profile, 'settings.json');
  const before = record(JSON.parse(await readFile(path, 'utf8').catch(() => '{}')));
  const settings = {
    ...defaultSettings,
    rules: { ...defaultSettings.rules, ...rules },
    privacy: { ...defaultSettings.privacy, ...privacy },
  };
  await writeFile(path, JSON.stringify({ ...before, version: profileVersion, settings }));
}
