/** An answer other than success, in the shape that Misskey's API gives it. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  /** A fixed UUID for each kind of error. */
  readonly id: string;
  readonly kind: 'client' | 'permission' | 'server';
  readonly info: unknown;

  constructor(options: {
    readonly message: string;
    readonly code: string;
    readonly id: string;
    readonly kind?: 'client' | 'permission' | 'server';
    /** When left out, it follows from the kind: 400, 403, 500. */
    readonly status?: number;
    readonly info?: unknown;
  }) {
    super(options.message);
    this.code = options.code;
    this.id = options.id;
    this.kind = options.kind ?? 'client';
    this.status = options.status ?? statusOfKind[this.kind];
    this.info = options.info;
  }
}

const statusOfKind = { client: 400, permission: 403, server: 500 } as const;

/** A client error (400) in short. */
export function clientError(code: string, message: string, id: string): ApiError {
  return new ApiError({ code, message, id });
}

export const authenticationFailed = () =>
  new ApiError({
    message: 'Authentication failed. Please ensure your token is correct.',
    code: 'AUTHENTICATION_FAILED',
    id: 'b0a7f5f8-dc2f-4171-b91f-de88ad238e14',
    status: 401,
  });

export const credentialRequired = () =>
  new ApiError({
    message: 'Credential required.',
    code: 'CREDENTIAL_REQUIRED',
    id: '1384574d-a912-4b81-8601-c7b1c4085df1',
    status: 401,
  });

export const accessDenied = () =>
  clientError('ACCESS_DENIED', 'Access denied.', '56f35758-7dd5-468b-8439-5d6fb8ec9b8e');

export const permissionDenied = () =>
  new ApiError({
    message: 'Your app does not have the necessary permissions to use this endpoint.',
    code: 'PERMISSION_DENIED',
    id: '1370e5b7-d4eb-4566-bb1d-7748ee6a1838',
    kind: 'permission',
  });

export const accountSuspended = () =>
  new ApiError({
    message: 'Your account has been suspended.',
    code: 'YOUR_ACCOUNT_SUSPENDED',
    id: 'a8c724b3-6e9c-4b46-b1a8-bc3ed6258370',
    kind: 'permission',
  });

export const invalidParam = (param: string, reason: string) =>
  new ApiError({
    message: 'Invalid param.',
    code: 'INVALID_PARAM',
    id: '3d81ceae-475f-4600-b2a8-2bc116157532',
    info: { param, reason },
  });

/** Something broke inside; the real server answers so for an unknown emoji, too. */
export const internalError = (message: string, code: string) =>
  new ApiError({
    message: 'Internal error occurred. Please contact us if the error persists.',
    code: 'INTERNAL_ERROR',
    id: '5d37dbcb-891e-41ca-a3d6-e690c97775ac',
    kind: 'server',
    info: { e: { message, code, id: '83325025-9a79-40a9-ac9f-9fe8ea38add5' } },
  });

/** What the `WWW-Authenticate` header says beside an error; null = no such header. */
export function challengeOf(error: ApiError): string | null {
  const realm = 'Bearer realm="Misskey"';
  const because = (reason: string) =>
    `${realm}, error="${reason}", error_description="${error.message}"`;
  if (error.code === 'CREDENTIAL_REQUIRED') return realm;
  if (error.code === 'AUTHENTICATION_FAILED') return because('invalid_token');
  if (error.code === 'PERMISSION_DENIED') return because('insufficient_scope');
  return error.status === 400 ? because('invalid_request') : null;
}

/** The body of an error. */
export function bodyOfError(error: ApiError): unknown {
  const { message, code, id, kind, info } = error;
  return { error: { message, code, id, kind, ...(info === undefined ? {} : { info }) } };
}
