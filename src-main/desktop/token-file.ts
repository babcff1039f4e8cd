import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** A token from a file, or why there is none. */
export type TokenFile =
  | {
      readonly kind: 'token';
      readonly token: string;
      /** Others on this computer can read the file, and so the token. */
      readonly exposed: boolean;
    }
  | { readonly kind: 'missing' | 'unreadable' | 'not-a-token' };

/** No token of any server is longer. */
const longestBytes = 4_096;

/** Reads an access token: one line of printable ASCII. What the file holds is in no message. */
export function readTokenFile(path: string): TokenFile {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { kind: isMissing ? 'missing' : 'unreadable' };
  }
  try {
    const buffer = Buffer.alloc(longestBytes);
    const length = readSync(descriptor, buffer);
    const token = buffer.toString('latin1', 0, length).trim();
    if (length === longestBytes || !/^[\x21-\x7e]+$/.test(token)) return { kind: 'not-a-token' };
    // Windows has no such modes, and reports one that would always warn.
    const exposed = process.platform !== 'win32' && (fstatSync(descriptor).mode & 0o077) !== 0;
    return { kind: 'token', token, exposed };
  } catch {
    return { kind: 'unreadable' };
  } finally {
    closeSync(descriptor);
  }
}
