import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Demo, startDemo } from '../support/demo.ts';
import { streamClient } from '../support/stream-client.ts';

let demo: Demo;

beforeEach(async () => {
  demo = await startDemo();
});

afterEach(() => demo.server.kill());

/** The first line and the headers of the answer to an upgrade, as they are on the wire. */
function upgrade(path: string, headers: Record<string, string> = {}): Promise<string> {
  const { hostname, port } = new URL(demo.origin);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
          `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${lines.join('')}\r\n`,
      );
    });
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      if (!answer.includes('\r\n\r\n')) return;
      socket.destroy();
      resolve(answer);
    });
    socket.on('error', reject);
  });
}

const statusOf = async (answer: Promise<string>) => Number((await answer).split(' ')[1]);

describe('the upgrade', () => {
  test('takes a good token in the header or the query, and nobody, on any path', async () => {
    const { token } = demo;
    expect(await statusOf(upgrade('/streaming', { Authorization: `Bearer ${token}` }))).toBe(101);
    expect(await statusOf(upgrade(`/streaming?i=${token}`))).toBe(101);
    expect(await statusOf(upgrade(`/nothing/here?i=${token}`))).toBe(101);
    expect(await statusOf(upgrade('/streaming'))).toBe(101);
  });

  test('refuses a bad or empty token, and a bad header beats a good query', async () => {
    const bad = await upgrade('/streaming?i=nonsense');
    expect(bad).toBe(
      'HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Bearer realm="Misskey", ' +
        'error="invalid_token", error_description="Failed to authenticate"\r\n\r\n',
    );
    expect(await statusOf(upgrade('/streaming?i='))).toBe(401);
    const header = { Authorization: 'Bearer nonsense' };
    expect(await statusOf(upgrade(`/streaming?i=${demo.token}`, header))).toBe(401);
  });

  test('refuses a token without read:account as if it were bad', async () => {
    const token = demo.server.issueToken('minato', ['read:notifications']);
    expect(await statusOf(upgrade(`/streaming?i=${token}`))).toBe(401);
  });

  test('refuses a suspended user with 403', async () => {
    demo.server.suspend('minato');
    expect(await upgrade(`/streaming?i=${demo.token}`)).toBe('HTTP/1.1 403 Forbidden\r\n\r\n');
  });

  test('can be made to fail, also with a page', async () => {
    demo.server.refuseUpgradesWith(502);
    expect(await statusOf(upgrade('/streaming'))).toBe(502);
    const headers = { 'Content-Type': 'text/html' };
    demo.server.refuseUpgradesWith({ status: 200, headers, body: '<p>Hello</p>' });
    expect(await upgrade('/streaming')).toContain('<p>Hello</p>');
    demo.server.refuseUpgradesWith(null);
    expect(await statusOf(upgrade('/streaming'))).toBe(101);
  });

  test('is seen with its headers, so that a token in an address would show', async () => {
    const client = await streamClient(demo.origin, demo.token);
    await client.open('main', 'main1');
    expect(demo.server.upgrades.at(-1)).toMatchObject({
      url: '/streaming',
      headers: { authorization: `Bearer ${demo.token}` },
      status: 101,
    });
    expect(demo.server.connectionCount).toBe(1);
    expect(demo.server.frames.at(-1)).toMatchObject({
      username: 'minato',
      connection: 1,
      json: { type: 'connect', body: { channel: 'main', id: 'main1', pong: true } },
    });
    client.close();
  });
});
