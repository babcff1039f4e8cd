import { fileURLToPath } from 'node:url';
import { createDemoServer, type DemoServer } from '../../src-main/demo/server.ts';
import { type ManualClock, manualClock } from './manual-clock.ts';

/** A started demo server with a clock of its own, and a token of its account. */
export interface Demo {
  readonly server: DemoServer;
  readonly clock: ManualClock;
  readonly origin: string;
  readonly token: string;
}

export const demoPictures = fileURLToPath(new URL('../../assets/demo', import.meta.url));

export async function startDemo(): Promise<Demo> {
  const clock = manualClock();
  const server = createDemoServer({ clock, picturesDir: demoPictures });
  const origin = await server.start();
  return { server, clock, origin, token: server.issueToken(server.account) };
}

export interface ApiReply {
  readonly status: number;
  readonly headers: Headers;
  /** The JSON of the answer; the text where it is none; null when it is empty. */
  readonly body: unknown;
}

/** Asks an endpoint, with the token in the header (null = without one). */
export async function callApi(
  origin: string,
  endpoint: string,
  params: unknown = {},
  token: string | null = null,
): Promise<ApiReply> {
  return replyOf(
    await fetch(`${origin}/api/${endpoint}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(params),
    }),
  );
}

export async function replyOf(response: Response): Promise<ApiReply> {
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: response.headers.get('content-type')?.startsWith('application/json')
      ? JSON.parse(text)
      : text || null,
  };
}
