import * as v from 'valibot';

/** What a JSON text says, checked; null where it is no JSON or not of this shape. */
export function parsedJson<Output>(
  schema: v.GenericSchema<unknown, Output>,
  text: string,
): Output | null {
  try {
    const result = v.safeParse(schema, JSON.parse(text));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}
