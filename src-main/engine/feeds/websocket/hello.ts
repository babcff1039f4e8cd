import type { FeedSecrets, SecretNames } from '../feed-secrets.ts';
import { isObject } from '../notices/value-text.ts';
import { jsonOf } from '../payload.ts';
import { isSecretName } from '../secret-names.ts';

/*
 * Some servers want to be told who asks in the first message and nowhere else. What is sent is kept in the
 * settings and shown in the window, so that it has places for the name and the password, `${username}` and
 * `${password}`, which are filled as it is sent.
 */

const places = /\$\{(username|password)\}/g;

/** The place for a secret, as it is written in a text. */
export function placeOf(secret: 'username' | 'password'): string {
  return `\${${secret}}`;
}

/** Which secrets these texts have places for. */
export function placesIn(hello: readonly string[]): Pick<SecretNames, 'username' | 'password'> {
  const names = hello.flatMap((text) => [...text.matchAll(places)].map(([, name]) => name));
  return { username: names.includes('username'), password: names.includes('password') };
}

/** A text as it is sent; what goes into JSON, also into JSON within its texts, is written as JSON has it. */
export function filledHello(text: string, secrets: FeedSecrets): string {
  const { before, json } = parted(text);
  if (json === '') return filled(text, secrets);
  const inside = json.replace(jsonTexts, (literal) => {
    const said: unknown = literal.includes('${') ? JSON.parse(literal) : null;
    return typeof said === 'string' ? JSON.stringify(filledHello(said, secrets)) : literal;
  });
  return filled(before, secrets) + inside;
}

/** By what name a text holds what looks like a secret itself, instead of a place for it; null = it does not. */
export function plainSecretIn(text: string): string | null {
  const { before, json } = parted(text);
  if (json !== '') return plainSecretIn(before) ?? plainSecretUnder('', jsonOf(json));
  for (const [, name = '', value = ''] of text.matchAll(named)) {
    if (isSecretName(name) && isPlain(value)) return name;
  }
  return null;
}

/** `token=…`, `token: …`; what begins with a dollar is a variable, or a place. */
const named = /(?<![$\w-])([\w-]{1,60})["']?\s*[=:]\s*["']?(?=([^\s"',;&$][^\s"',;&]*))/g;
const jsonTexts = /"(?:[^"\\]|\\.)*"/g;

/** The JSON that a text is or ends with (`42["auth",{…}]` of Socket.IO), and what stands before it. */
function parted(text: string): { readonly before: string; readonly json: string } {
  const at = text.search(/\[|(?<!\$)\{/);
  const json = at === -1 ? '' : text.slice(at);
  return jsonOf(json) === undefined
    ? { before: text, json: '' }
    : { before: text.slice(0, at), json };
}

function filled(text: string, { username, password }: FeedSecrets): string {
  return text.replace(places, (_place, name) => (name === 'username' ? username : password) ?? '');
}

function plainSecretUnder(name: string, value: unknown): string | null {
  if (Array.isArray(value)) return firstOf(value.map((entry: unknown) => [name, entry]));
  if (isObject(value)) return firstOf(Object.entries(value));
  if (isSecretName(name) && isPlain(value)) return name;
  return typeof value === 'string' ? plainSecretIn(value) : null;
}

function firstOf(entries: readonly (readonly [string, unknown])[]): string | null {
  for (const [name, value] of entries) {
    const found = plainSecretUnder(name, value);
    if (found !== null) return found;
  }
  return null;
}

/** Whether something is said, and not by a place for it. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return true;
  return typeof value === 'string' && value.trim() !== '' && value.search(places) === -1;
}
