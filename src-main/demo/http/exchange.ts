import type { IncomingMessage, ServerResponse } from 'node:http';

/** The largest body that is read, as on the real server. */
const bodyLimit = 1024 * 1024;

/** A refusal in the web framework's own shape, in which `error` is a string. */
export class FrameworkError extends Error {
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, error: string, message: string, code?: string) {
    super(message);
    this.status = status;
    this.body =
      code === undefined
        ? { message, error, statusCode: status }
        : { statusCode: status, code, error, message };
  }
}

const tooLarge = () =>
  new FrameworkError(
    413,
    'Payload Too Large',
    'Request body is too large',
    'FST_ERR_CTP_BODY_TOO_LARGE',
  );

/** The whole body. Throws FrameworkError (413) when it is larger than 1 MiB. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > bodyLimit) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > bodyLimit) throw tooLarge();
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/**
 * The body as JSON; undefined when there is none. Throws FrameworkError for an empty body that claims to be
 * JSON, for broken JSON, and for other types.
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const bytes = await readBody(request);
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/json') return parseJson(bytes);
  if (bytes.length === 0) return undefined;
  if (type === 'text/plain') return bytes.toString('utf8');
  throw new FrameworkError(
    415,
    'Unsupported Media Type',
    `Unsupported Media Type${type === '' ? '' : `: ${type}`}`,
    'FST_ERR_CTP_INVALID_MEDIA_TYPE',
  );
}

function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0)
    throw new FrameworkError(
      400,
      'Bad Request',
      "Body cannot be empty when content-type is set to 'application/json'",
      'FST_ERR_CTP_EMPTY_JSON_BODY',
    );
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new FrameworkError(
      400,
      'Bad Request',
      "Body is not valid JSON but content-type is set to 'application/json'",
      'FST_ERR_CTP_INVALID_JSON_BODY',
    );
  }
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Absent = no body. */
  readonly body?: string | Buffer;
}

/** An answer with a JSON body. */
export function jsonAnswer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  };
}

/** An answer with a page. No script runs on the demo's pages, and no other page may frame them. */
export function htmlAnswer(status: number, html: string): Answer {
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      // Not `no-referrer`: with that, browsers send `Origin: null` with the page's own form.
      'referrer-policy': 'same-origin',
    },
    body: html,
  };
}

export function send(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(answer.body === undefined ? {} : { 'content-length': Buffer.byteLength(answer.body) }),
  });
  response.end(answer.body);
}
