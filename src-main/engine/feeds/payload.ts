import { fileTypeOf } from '../file-type.ts';

/** Bytes; whatever is larger ends the connection. No notice needs as much. */
export const largestMessage = 1024 * 1024;

/** What a message said, in `FeedEvent`'s words. */
export interface Payload {
  readonly text: string;
  readonly data: unknown;
}

/** Levels of arrays and objects; what goes deeper is no JSON to Suzu, and nobody has to walk it. */
const deepest = 100;

/** What a text says as JSON; undefined where it is none. */
export function jsonOf(text: string): unknown {
  // A byte order mark, which JSON must not begin with and some begin with all the same.
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (!isShallow(json)) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** A text, with what it says as JSON. */
export function textPayload(text: string): Payload {
  return { text, data: jsonOf(text) };
}

/** What bytes say: their text where they are UTF-8 that a person can read, and else what they are. */
export function bytesPayload(bytes: Uint8Array): Payload {
  const text = readableText(bytes);
  return text === null ? { text: describeBytes(bytes), data: undefined } : textPayload(text);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function readableText(bytes: Uint8Array): string | null {
  try {
    const text = utf8.decode(bytes);
    return hasControls(text) ? null : text;
  } catch {
    return null;
  }
}

/** Whether a text holds what no text does: control characters other than tabs and ends of lines. */
function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && (code < 0x09 || code > 0x0d)) return true;
  }
  return false;
}

/** What bytes are, by type and size, the same in every language: `image/png, 12 kB`. */
export function describeBytes(bytes: Uint8Array): string {
  const otherwise = readableText(bytes) === null ? 'application/octet-stream' : 'text/plain';
  return `${fileTypeOf(bytes) ?? otherwise}, ${sizeOf(bytes.length)}`;
}

function sizeOf(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Counts brackets outside strings: cheaper than to parse, and than to walk what was parsed. */
function isShallow(text: string): boolean {
  // Each level takes two characters.
  if (text.length <= deepest * 2) return true;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 0x22:
        at = endOfString(text, at);
        break;
      case 0x5b:
      case 0x7b:
        depth += 1;
        if (depth > deepest) return false;
        break;
      case 0x5d:
      case 0x7d:
        depth -= 1;
        break;
    }
  }
  return true;
}

/** Where the string that begins there ends; the end of the text where it does not. */
function endOfString(text: string, start: number): number {
  let quote = text.indexOf('"', start + 1);
  while (quote !== -1 && isEscaped(text, quote)) quote = text.indexOf('"', quote + 1);
  return quote === -1 ? text.length : quote;
}

/** Whether an odd number of backslashes stands before it. */
function isEscaped(text: string, at: number): boolean {
  let slash = at - 1;
  while (text.charCodeAt(slash) === 0x5c) slash -= 1;
  return (at - slash) % 2 === 0;
}
