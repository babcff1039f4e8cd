import * as v from 'valibot';
import { settingsSchema } from './schema.ts';
import { defaultSettings, type Settings } from './settings.ts';

type ByName = Readonly<Record<string, unknown>>;

/**
 * The settings in what a file holds, whatever that is. A field of the wrong kind falls back to its
 * default alone, at whatever depth it stands; an entry of a list or a table that is wrong is left out, and
 * the others stay. What is unknown (a newer Suzu wrote it) passes. Never throws.
 */
export function repairedSettings(content: unknown): Settings {
  return v.parse(settingsSchema, repaired(settingsSchema, content, defaultSettings));
}

/**
 * Where a file's `settings` hold what cannot be used, as paths in that file (`settings.theme`). A list is
 * named as a whole; what is missing or unknown is not wrong.
 */
export function unusableSettings(content: unknown): readonly string[] {
  return differences(content, repaired(settingsSchema, content, defaultSettings), 'settings');
}

function differences(given: unknown, used: unknown, path: string): readonly string[] {
  if (isRecord(given) && isRecord(used)) {
    return Object.entries(given).flatMap(([name, held]) =>
      differences(held, used[name], `${path}.${name}`),
    );
  }
  return JSON.stringify(given) === JSON.stringify(used) ? [] : [path];
}

/** Undefined where nothing can be made of the value and there is no fallback. */
function repaired(schema: v.GenericSchema, value: unknown, fallback: unknown): unknown {
  if (v.is(schema, value)) return value;
  const mended = mendedParts(schema, value, fallback);
  return v.is(schema, mended) ? mended : fallback;
}

function mendedParts(schema: v.GenericSchema, value: unknown, fallback: unknown): unknown {
  if (hasItems(schema)) {
    if (!Array.isArray(value)) return fallback;
    return value
      .map((item: unknown) => repaired(schema.item, item, undefined))
      .filter((item) => item !== undefined);
  }
  if (isTable(schema)) {
    if (!isRecord(value)) return fallback;
    return withoutUndefined(
      Object.entries(value)
        .filter(([name]) => v.is(schema.key, name))
        .map(([name, held]) => [name, repaired(schema.value, held, undefined)]),
    );
  }
  if (!hasEntries(schema)) return fallback;
  const given = isRecord(value) ? value : {};
  const defaults = isRecord(fallback) ? fallback : {};
  const fields = Object.entries(schema.entries).map(([name, inner]): [string, unknown] => [
    name,
    repaired(inner, given[name], defaults[name]),
  ]);
  const unknown = Object.entries(given).filter(([name]) => !Object.hasOwn(schema.entries, name));
  return withoutUndefined([...unknown, ...fields]);
}

function withoutUndefined(fields: readonly (readonly [string, unknown])[]): ByName {
  return Object.fromEntries(fields.filter(([, held]) => held !== undefined));
}

function hasEntries(
  schema: v.GenericSchema,
): schema is v.GenericSchema & { readonly entries: Readonly<Record<string, v.GenericSchema>> } {
  return schema.type === 'loose_object' && 'entries' in schema;
}

function hasItems(
  schema: v.GenericSchema,
): schema is v.GenericSchema & { readonly item: v.GenericSchema } {
  return schema.type === 'array' && 'item' in schema;
}

function isTable(
  schema: v.GenericSchema,
): schema is v.GenericSchema & { readonly key: v.GenericSchema; readonly value: v.GenericSchema } {
  return schema.type === 'record' && 'key' in schema && 'value' in schema;
}

function isRecord(value: unknown): value is ByName {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
