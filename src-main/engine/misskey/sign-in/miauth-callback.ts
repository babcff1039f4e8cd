import { createServer, type Server, type ServerResponse } from 'node:http';

/** The address to which the browser comes back after the consent page. */
export interface Callback {
  /** `http://127.0.0.1:PORT/SECRET`; the port is free and the path cannot be guessed. */
  readonly url: string;
  close(): void;
}

export interface CallbackOptions {
  /** Part of the path, so that no other page or user can stand in for the consent page. */
  readonly secret: string;
  /** The browser came back with this session; resolves to the page that it is shown. */
  readonly onReturn: (session: string) => Promise<CallbackPage>;
}

export interface CallbackPage {
  readonly language: string;
  readonly title: string;
  readonly text: string;
}

/** Only to read a path with its query. */
const base = 'http://localhost';

/** Opens the callback on this computer only. Rejects when no port can be had. */
export async function openCallback({ secret, onReturn }: CallbackOptions): Promise<Callback> {
  let host: string | null = null;
  const server = createServer((request, response) => {
    const target = request.url ?? '/';
    // A path like `//` is no URL; any page in the browser can send one.
    const url = URL.canParse(target, base) ? new URL(target, base) : null;
    const session = url?.searchParams.get('session') ?? null;
    // The host is checked against DNS rebinding: a foreign name that resolves to this computer.
    const isOurs = request.headers.host === host && url?.pathname === `/${secret}`;
    if (request.method !== 'GET' || !isOurs || session === null) {
      response.writeHead(404).end();
      return;
    }
    onReturn(session).then(
      (page) => sendPage(response, page),
      () => response.writeHead(500).end(),
    );
  });
  host = `127.0.0.1:${await listen(server)}`;
  return {
    url: `http://${host}/${secret}`,
    close: () => {
      server.close();
      // A browser keeps its connection open; without this the port stays taken for minutes.
      setImmediate(() => server.closeIdleConnections());
    },
  };
}

/** Listens on a free port of this computer and tells which. */
function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no port'));
      else resolve(address.port);
    });
  });
}

function sendPage(response: ServerResponse, { language, title, text }: CallbackPage): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    connection: 'close',
  });
  response.end(`<!doctype html>
<html lang="${escapeHtml(language)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 28rem; margin: 20vh auto 0; padding: 0 1rem; text-align: center; }
</style>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
</html>`);
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
