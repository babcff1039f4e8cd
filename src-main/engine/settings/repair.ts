import * as v from 'valibot';
import { settingsSchema } from './schema.ts';
import { defaultSettings, type Settings } from './settings.ts';

/**
 * The settings in what a file holds, whatever that is. A field of the wrong kind falls back to its
 * default alone, at whatever depth it stands; what is unknown (a newer Suzu wrote it) passes. Never throws.
 */
export function repairedSettings(content: unknown): Settings {
  return v.parse(settingsSchema, repaired(settingsSchema, content, defaultSettings));
}

function repaired(schema: v.GenericSchema, value: unknown, fallback: unknown): unknown {
  if (v.is(schema, value)) return value;
  if (!hasEntries(schema) || !isRecord(fallback)) return fallback;
  const given: Readonly<Record<string, unknown>> = isRecord(value) ? value : {};
  const entries: Readonly<Record<string, v.GenericSchema>> = schema.entries;
  const fields = Object.entries(entries).map(([name, inner]) => [
    name,
    repaired(inner, given[name], fallback[name]),
  ]);
  return { ...given, ...Object.fromEntries(fields) };
}

function hasEntries(
  schema: v.GenericSchema,
): schema is v.GenericSchema & { readonly entries: Readonly<Record<string, v.GenericSchema>> } {
  return schema.type === 'loose_object' && 'entries' in schema;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
