import { join } from 'node:path';

/** An X server, as `DISPLAY` names it. */
export interface X11Display {
  /** Unix socket or TCP port to connect to. */
  readonly address: { readonly path: string } | { readonly host: string; readonly port: number };
  readonly display: number;
  readonly screen: number;
}

/** What an X server asks for at the door. */
export interface X11Cookie {
  readonly name: string;
  readonly data: Buffer;
}

const cookieName = 'MIT-MAGIC-COOKIE-1';

/** Reads `DISPLAY` (`:0`, `:1.0`, `localhost:10.0`); null when it names no X server. */
export function parseDisplay(text: string | undefined): X11Display | null {
  const match = /^(?<host>[^:/]*):(?<display>\d{1,5})(?:\.(?<screen>\d{1,3}))?$/.exec(text ?? '');
  if (match?.groups === undefined) return null;
  const { host = '', display: number, screen = '0' } = match.groups;
  const display = Number(number);
  const address =
    host === '' || host === 'unix'
      ? { path: `/tmp/.X11-unix/X${display}` }
      : { host, port: 6000 + display };
  return { address, display, screen: Number(screen) };
}

/** Where the cookies of this session are. */
export function cookieFile(
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  return environment['XAUTHORITY'] ?? join(home, '.Xauthority');
}

/**
 * The cookie for a display in the content of an Xauthority file; null when there is none, which is
 * fine for servers that let everybody of this user in. An entry without a number is for all displays.
 */
export function findCookie(content: Buffer, display: number): X11Cookie | null {
  let offset = 0;
  const field = (): Buffer => {
    const length = content.readUInt16BE(offset);
    const start = offset + 2;
    offset = start + length;
    if (offset > content.length) throw new RangeError('truncated');
    return content.subarray(start, offset);
  };
  try {
    while (offset < content.length) {
      offset += 2;
      field();
      const number = field().toString('latin1');
      const name = field().toString('latin1');
      const data = field();
      if (name === cookieName && (number === '' || number === String(display))) {
        return { name, data };
      }
    }
  } catch {
    // A file that somebody is just writing; the server will say whether it lets us in.
  }
  return null;
}
