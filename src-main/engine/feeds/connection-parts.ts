import * as v from 'valibot';

/** An address with one of these protocols, without a name and a password in it. */
export function webAddress(protocols: readonly string[]) {
  return v.pipe(
    v.string(),
    v.maxLength(4_096),
    v.check((text) => {
      if (!URL.canParse(text)) return false;
      const { protocol, username, password } = new URL(text);
      return protocols.includes(protocol) && username === '' && password === '';
    }),
  );
}

/** Null = none. */
export const seconds = v.nullable(
  v.pipe(v.number(), v.safeInteger(), v.minValue(5), v.maxValue(86_400)),
);

/** `parameter` is put into the address of each connection after the first event, with what `value` (a template) was for the last. */
export const resumeSchema = v.nullable(
  v.looseObject({
    parameter: v.pipe(v.string(), v.nonEmpty(), v.maxLength(128)),
    value: v.pipe(v.string(), v.nonEmpty(), v.maxLength(1_024)),
  }),
);
