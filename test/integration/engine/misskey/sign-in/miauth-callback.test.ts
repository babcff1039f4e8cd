import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type Callback,
  type CallbackPage,
  openCallback,
} from '../../../../../src-main/engine/misskey/sign-in/miauth-callback.ts';

const page: CallbackPage = { language: 'ja', title: '<Suzu>', text: 'a & "b"' };

let callback: Callback;
let returned: string[];
let onReturn: (session: string) => Promise<CallbackPage>;

beforeEach(async () => {
  returned = [];
  onReturn = async () => page;
  callback = await openCallback({
    secret: 'the-secret',
    onReturn: (session) => {
      returned.push(session);
      return onReturn(session);
    },
  });
});

afterEach(() => callback.close());

const port = () => Number(new URL(callback.url).port);

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** One request as a browser would send it; `host` stands in for a foreign name that leads here. */
function ask(path: string, { method = 'GET', host = `127.0.0.1:${port()}` } = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port: port(), path, method, headers: { host }, agent: false },
      (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          body += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      },
    );
    request.on('error', reject);
    request.end();
  });
}

/** Sends these bytes, and resolves to all that comes back once the connection is closed. */
function askRaw(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port(), '127.0.0.1', () => socket.end(bytes));
    socket.on('data', (chunk) => {
      answer += String(chunk);
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
  });
}

test('it stands on this computer only, under a path that cannot be guessed', () => {
  expect(callback.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/the-secret$/);
});

test('two at once have ports of their own', async () => {
  const other = await openCallback({ secret: 's', onReturn: async () => page });
  expect(new URL(other.url).port).not.toBe(new URL(callback.url).port);
  other.close();
});

describe('the browser comes back', () => {
  test('with the session: it is told, and shown the page', async () => {
    const reply = await ask('/the-secret?session=abc');
    expect(returned).toEqual(['abc']);
    expect(reply.status).toBe(200);
    expect(reply.body).toContain('<html lang="ja">');
    expect(reply.body).toContain('&#60;Suzu&#62;');
    expect(reply.body).toContain('a &#38; &#34;b&#34;');
    expect(reply.body).not.toContain('<Suzu>');
  });

  test('the page may load nothing, is not kept, and tells nobody where it was', async () => {
    const { headers } = await ask('/the-secret?session=abc');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'unsafe-inline'",
    );
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
  });

  test('with other parameters beside it', async () => {
    expect((await ask('/the-secret?x=1&session=a%20b&y=2')).status).toBe(200);
    expect(returned).toEqual(['a b']);
  });

  test('and what is done about it fails: an error, and the next one is answered', async () => {
    onReturn = async () => {
      throw new Error('no network');
    };
    expect((await ask('/the-secret?session=abc')).status).toBe(500);
    onReturn = async () => page;
    expect((await ask('/the-secret?session=abc')).status).toBe(200);
  });
});

describe('what is not the browser coming back', () => {
  test.each([
    ['no session', '/the-secret'],
    ['another path', '/other?session=abc'],
    ['no path', '/?session=abc'],
    ['a path below', '/the-secret/?session=abc'],
    ['a path around', '/x/../the-secret2?session=abc'],
    ['the icon of the page', '/favicon.ico'],
  ])('%s', async (_what, path) => {
    expect((await ask(path)).status).toBe(404);
    expect(returned).toEqual([]);
  });

  test.each(['POST', 'HEAD', 'PUT', 'OPTIONS'])('%s', async (method) => {
    expect((await ask('/the-secret?session=abc', { method })).status).toBe(404);
    expect(returned).toEqual([]);
  });

  test.each(['example.com', 'localhost', '127.0.0.1', 'evil.example:80', '127.0.0.1:1'])(
    'a request for the host %j: a foreign name may have been led here',
    async (host) => {
      expect((await ask('/the-secret?session=abc', { host })).status).toBeGreaterThanOrEqual(400);
      expect(returned).toEqual([]);
    },
  );

  test.each(['//', '///', '//[', 'http://[', '/%', '*', '\\', '/the-secret?session=%ff'])(
    'the address %j brings nothing down',
    async (target) => {
      await askRaw(
        `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port()}\r\nConnection: close\r\n\r\n`,
      );
      expect((await ask('/the-secret?session=still-there')).status).toBe(200);
    },
  );

  test('nor does what is no HTTP', async () => {
    await askRaw('\u0000\u0001rubbish\r\n\r\n');
    expect((await ask('/the-secret?session=abc')).status).toBe(200);
  });
});

describe('closing', () => {
  test('frees the port', async () => {
    const { url } = callback;
    callback.close();
    await expect(fetch(`${url}?session=abc`)).rejects.toThrow();
    callback.close();
  });

  test('lets the page go out that is on its way', async () => {
    let show = (_page: CallbackPage) => {};
    const asked = new Promise<void>((resolve) => {
      onReturn = () => {
        resolve();
        return new Promise((answer) => {
          show = answer;
        });
      };
    });
    const reply = ask('/the-secret?session=abc');
    await asked;
    callback.close();
    show(page);
    expect((await reply).status).toBe(200);
  });

  test('a connection that the browser opened ahead and uses only now brings nothing down', async () => {
    const ahead = connect(port(), '127.0.0.1');
    await new Promise<void>((resolve) => {
      ahead.on('connect', () => resolve());
    });
    // Accepted in order: when this one is answered, the server has the one before.
    await ask('/the-secret?session=abc');
    callback.close();
    const closed = new Promise<void>((resolve) => {
      ahead.on('close', () => resolve());
    });
    ahead.on('error', () => {});
    ahead.resume();
    ahead.end(
      `GET /favicon.ico HTTP/1.1\r\nHost: 127.0.0.1:${port()}\r\nConnection: close\r\n\r\n`,
    );
    await closed;
    expect(returned).toEqual(['abc']);
  });
});
