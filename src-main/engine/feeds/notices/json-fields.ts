import { jsonOf } from '../payload.ts';
import { isObject, textOf } from './value-text.ts';

/** A notice is no table. */
const mostFields = 8;
const longestKey = 60;
const longestValue = 200;

/**
 * A JSON object as words: its first fields that hold a text, a number, or yes and no, as `status: failed · job: build`.
 * What is no object, or has no such field, stays as it is.
 */
export function jsonFields(text: string): string {
  const data = jsonOf(text);
  if (!isObject(data)) return text;
  const fields: string[] = [];
  for (const key in data) {
    if (fields.length === mostFields) break;
    const value = Object.hasOwn(data, key) ? data[key] : null;
    if (typeof value === 'object' || value === '') continue;
    fields.push(`${key.slice(0, longestKey)}: ${textOf(value, longestValue)}`);
  }
  return fields.length === 0 ? text : fields.join(' · ');
}
