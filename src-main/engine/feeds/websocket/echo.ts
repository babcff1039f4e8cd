import type { FeedSecrets } from '../feed-secrets.ts';
import { type Payload, textPayload } from '../payload.ts';
import { filledHello, placeOf, placesIn } from './hello.ts';

/** Shorter ones stand in too many words to be taken out of them. */
const shortestSecret = 8;

/**
 * What came, without what the server was told of the secrets: some send back whatever they are sent, and what
 * they send is shown and kept. The texts of `hello` come out as they are written, with their places.
 */
export function withoutEcho(
  hello: readonly string[],
  secrets: FeedSecrets,
): (payload: Payload) => Payload {
  const pairs = [
    ...hello
      .map((text) => [filledHello(text, secrets), text] as const)
      .filter(([sent, text]) => sent !== text),
    ...passwordPairs(hello, secrets),
  ];
  return (payload) => {
    if (!pairs.some(([secret]) => payload.text.includes(secret))) return payload;
    return textPayload(
      pairs.reduce((text, [secret, shown]) => text.replaceAll(secret, () => shown), payload.text),
    );
  };
}

function passwordPairs(
  hello: readonly string[],
  { password }: FeedSecrets,
): readonly (readonly [secret: string, shown: string])[] {
  if (!placesIn(hello).password || password === null || password.length < shortestSecret) return [];
  const inJson = JSON.stringify(password).slice(1, -1);
  const all = new Set([password, inJson, encodeURIComponent(password)]);
  return [...all].map((secret) => [secret, placeOf('password')]);
}
