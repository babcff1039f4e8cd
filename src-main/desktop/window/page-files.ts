import { readFileSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';

/** A file of the page. */
export interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Media type with charset. */
  readonly type: string;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Reads files of one folder and of nothing beside it; null for what is not there or of no known type. */
export function pageReader(folder: string): (path: string) => PageFile | null {
  return (path) => {
    const file = normalize(join(folder, path));
    const type = types[extname(file)];
    if (type === undefined || !file.startsWith(folder + sep)) return null;
    try {
      return { bytes: new Uint8Array(readFileSync(file)), type };
    } catch {
      return null;
    }
  };
}

/** The answer to a request for a file of the page. */
export function answerPage(
  pathname: string,
  read: (path: string) => PageFile | null,
  contentSecurityPolicy: string,
): Response {
  const file = read(decodePath(pathname));
  if (file === null) return new Response(null, { status: 404 });
  return new Response(file.bytes, {
    headers: {
      'content-type': file.type,
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  });
}

function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return '';
  }
}
