import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Faults, type ForcedAnswer, record, type Sightings } from '../faults.ts';
import type { DemoUser } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { answerApi } from './api.ts';
import { endpoints } from './endpoints/index.ts';
import { type Answer, FrameworkError, jsonAnswer, readBody, readJson, send } from './exchange.ts';
import type { RateLimiter } from './limiter.ts';
import { checkSession, consentPage, decide, type MiAuthSessions } from './miauth.ts';
import { answerPage } from './pages.ts';
import { answerPicture } from './pictures.ts';

/** What the HTTP side works on. */
export interface HttpContext {
  readonly world: World;
  readonly faults: Faults;
  readonly sightings: Sightings;
  readonly limiter: RateLimiter;
  readonly sessions: MiAuthSessions;
  readonly picturesDir: string;
  /** Who is signed in on the pages. */
  readonly account: DemoUser;
}

/** Answers every HTTP request; nothing that a client sends makes it throw. */
export async function handleRequest(
  context: HttpContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { world, sightings } = context;
  record(sightings.requests, {
    at: world.clock.now(),
    method: request.method ?? '',
    url: request.url ?? '',
    headers: request.headers,
  });
  try {
    send(response, await answerOf(context, request, response));
  } catch (error) {
    if (error instanceof FrameworkError) send(response, jsonAnswer(error.status, error.body));
    else if (!response.destroyed && !response.headersSent)
      send(response, jsonAnswer(500, { statusCode: 500, error: 'Internal Server Error' }));
  }
}

async function answerOf(
  context: HttpContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Answer> {
  const target = request.url ?? '/';
  if (!target.startsWith('/') || !URL.canParse(target, context.world.origin))
    throw new FrameworkError(400, 'Bad Request', 'The address cannot be read.');
  const url = new URL(target, context.world.origin);
  const method = request.method ?? 'GET';
  if (method === 'OPTIONS') return preflight;
  if (url.pathname.startsWith('/api/')) return answerApiPath(context, request, response, url);
  const session = /^\/miauth\/([\w-]+)$/.exec(url.pathname)?.[1];
  if (session !== undefined) return answerConsent(context, request, url, session);
  if (method !== 'GET' && method !== 'HEAD')
    throw new FrameworkError(404, 'Not Found', `Route ${method}:${url.pathname} not found`);
  return (
    (await answerPicture(context.world, context.picturesDir, url)) ??
    answerWellKnown(context.world, url.pathname) ??
    answerPage(context.world, url.pathname)
  );
}

const preflight: Answer = {
  status: 204,
  headers: {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, HEAD, POST',
    'access-control-allow-headers': 'authorization, content-type',
  },
};

async function answerApiPath(
  { world, faults, limiter, sessions }: HttpContext,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<Answer> {
  const name = url.pathname.slice('/api/'.length);
  const forced = faults.answers.get(name) ?? faults.answers.get('*');
  if (forced?.hang || forced?.delayMs !== undefined) {
    faults.unanswered.add(response);
    await delay(world, forced.hang ? null : (forced.delayMs ?? 0));
    faults.unanswered.delete(response);
  }
  if (forced?.status !== undefined) return forcedAnswer(forced, forced.status);
  const session = /^miauth\/([\w-]+)\/check$/.exec(name)?.[1];
  if (session !== undefined && request.method === 'POST') {
    await readJson(request);
    return checkSession(world, sessions, session);
  }
  return answerApi(world, limiter, endpoints.get(name), request, url);
}

/** Null = for ever. */
function delay(world: World, ms: number | null): Promise<void> {
  return new Promise((resolve) => {
    if (ms !== null) world.later(resolve, ms);
  });
}

function forcedAnswer({ body, headers = {} }: ForcedAnswer, status: number): Answer {
  if (body === undefined) return { status, headers };
  return typeof body === 'string'
    ? { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body }
    : jsonAnswer(status, body, headers);
}

async function answerConsent(
  { world, sessions, account }: HttpContext,
  request: IncomingMessage,
  url: URL,
  session: string,
): Promise<Answer> {
  if (request.method !== 'POST') return consentPage(world, account, url);
  const { origin } = request.headers;
  // Another site's page must not press the button in the user's name.
  if (origin !== undefined && origin !== world.origin) return { status: 403 };
  const form = new URLSearchParams((await readBody(request)).toString('utf8'));
  return decide(world, sessions, account, session, url, form.get('decision'));
}

function answerWellKnown(world: World, pathname: string): Answer | undefined {
  if (pathname === '/.well-known/nodeinfo')
    return jsonAnswer(200, {
      links: [
        {
          rel: 'http://nodeinfo.diaspora.software/ns/schema/2.1',
          href: `${world.origin}/nodeinfo/2.1`,
        },
      ],
    });
  if (pathname !== '/nodeinfo/2.1') return undefined;
  return jsonAnswer(200, {
    version: '2.1',
    software: { name: world.dialect.software, version: world.dialect.version },
    protocols: [],
    services: { inbound: [], outbound: [] },
    openRegistrations: false,
    usage: { users: {} },
    metadata: { nodeName: 'Suzu Demo' },
  });
}
