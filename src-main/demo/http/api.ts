import type { IncomingMessage } from 'node:http';
import type { World } from '../world/world.ts';
import { bearerToken, callerOf } from './authenticate.ts';
import type { Caller, Endpoint } from './endpoint.ts';
import {
  ApiError,
  accessDenied,
  accountSuspended,
  authenticationFailed,
  bodyOfError,
  challengeOf,
  credentialRequired,
  internalError,
  permissionDenied,
} from './errors.ts';
import { type Answer, FrameworkError, jsonAnswer, readJson } from './exchange.ts';
import { RateLimitError, type RateLimiter } from './limiter.ts';

const commonHeaders = {
  'access-control-allow-origin': '*',
  'cache-control': 'private, max-age=0, must-revalidate',
};

/** Answers one request to the API. */
export async function answerApi(
  world: World,
  limiter: RateLimiter,
  endpoint: Endpoint | undefined,
  request: IncomingMessage,
  url: URL,
): Promise<Answer> {
  const method = request.method ?? 'GET';
  if (endpoint !== undefined && !world.dialect.hasEndpoint(endpoint.name))
    return { status: 404, headers: commonHeaders };
  if (endpoint === undefined)
    throw new FrameworkError(404, 'Not Found', `Route ${method}:${url.pathname} not found`);
  if (method === 'GET' && !endpoint.allowGet) return { status: 405, headers: commonHeaders };
  const body = method === 'GET' ? Object.fromEntries(url.searchParams) : await readJson(request);
  const token = bearerToken(request.headers) ?? bodyToken(body);
  if (token !== null && typeof token !== 'string') return { status: 400, headers: commonHeaders };
  const caller = callerOf(world, token);
  if (caller === null)
    return { ...errorAnswer(authenticationFailed()), status: world.dialect.badTokenStatus };
  try {
    const result = call(world, limiter, endpoint, caller, body);
    if (result === undefined) return { status: 204, headers: commonHeaders };
    return jsonAnswer(200, world.dialect.pack(result), commonHeaders);
  } catch (error) {
    if (error instanceof ApiError) return errorAnswer(error);
    return errorAnswer(internalError(String(error), 'Error'));
  }
}

function bodyToken(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return null;
  const token: unknown = Reflect.get(body, 'i');
  return token ?? null;
}

/** Checks in the real server's order: native only, rate, account, suspension, permission, parameters. */
function call(
  world: World,
  limiter: RateLimiter,
  endpoint: Endpoint,
  caller: Caller,
  body: unknown,
): unknown {
  const { user, app } = caller;
  if (endpoint.nativeOnly && (user === null || app !== null)) throw accessDenied();
  if (endpoint.rateLimit !== undefined)
    limiter.count(endpoint.name, user?.id ?? 'anonymous', endpoint.rateLimit);
  if (endpoint.needsUser && user === null) throw credentialRequired();
  if (endpoint.needsUser && user?.isSuspended) throw accountSuspended();
  const { permission } = endpoint;
  if (app !== null && permission !== undefined && !app.permissions?.includes(permission))
    throw permissionDenied();
  return endpoint.run(world, caller, body);
}

/** An error as the API answers it. */
function errorAnswer(error: ApiError): Answer {
  const challenge = challengeOf(error);
  return jsonAnswer(error.status, bodyOfError(error), {
    ...commonHeaders,
    ...(challenge === null ? {} : { 'www-authenticate': challenge }),
    ...(error instanceof RateLimitError ? { 'retry-after': String(error.retryAfterSeconds) } : {}),
  });
}
