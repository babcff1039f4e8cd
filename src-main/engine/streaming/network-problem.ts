/**
 * What stands between this computer and a server, as far as an error tells: a word for the log and the
 * trace; the catalogue has the sentence, which says what to do.
 */
export type NetworkProblem =
  /** No network, or none that leads there: the name service does not answer, or no route. */
  | 'no-route'
  /** The name service answers that there is no such name. */
  | 'unknown-name'
  /** A network that shows a page of its own until somebody signs in to it (a captive portal). */
  | 'sign-in-page'
  | 'proxy-unreachable'
  /** 407, or what SOCKS says instead. */
  | 'proxy-password'
  /** The proxy answers, and does not let this through. */
  | 'proxy-refused'
  /** The proxy's own certificate cannot be trusted. */
  | 'proxy-certificate'
  /** The chosen proxy is none, or the proxy script cannot be had or read. */
  | 'proxy-settings'
  | 'certificate-self-signed'
  /** Signed by an authority that is not trusted here. */
  | 'certificate-authority'
  /** Also not valid yet, which is mostly this computer's clock. */
  | 'certificate-expired'
  | 'certificate-host'
  /** No agreement on how to encrypt. */
  | 'tls';

/** An error of the way to a server that has its own words. Its message holds no address and no secret. */
export class NetworkError extends Error {
  /** As Node's errors have one: sockets hand on nothing else. */
  readonly code: string;
  readonly problem: NetworkProblem;

  constructor(problem: NetworkProblem) {
    super(problem);
    this.name = 'NetworkError';
    this.code = codeOf(problem);
    this.problem = problem;
  }
}

function codeOf(problem: NetworkProblem): string {
  return `ERR_SUZU_${problem.toUpperCase().replaceAll('-', '_')}`;
}

/** Node's codes (errors of the system, of OpenSSL, and Node's own) that say more than "unreachable". */
const problems: ReadonlyMap<string, NetworkProblem> = new Map([
  ['EAI_AGAIN', 'no-route'],
  ['ENETUNREACH', 'no-route'],
  ['ENETDOWN', 'no-route'],
  ['ENONET', 'no-route'],
  ['EADDRNOTAVAIL', 'no-route'],
  ['ENOTFOUND', 'unknown-name'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate-self-signed'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate-authority'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'certificate-authority'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate-authority'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate-authority'],
  ['CERT_UNTRUSTED', 'certificate-authority'],
  ['INVALID_CA', 'certificate-authority'],
  ['CERT_HAS_EXPIRED', 'certificate-expired'],
  ['CERT_NOT_YET_VALID', 'certificate-expired'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate-host'],
  ['HOSTNAME_MISMATCH', 'certificate-host'],
]);
/** Those that no code of Node's stands for. */
const ownProblems = [
  'sign-in-page',
  'proxy-unreachable',
  'proxy-password',
  'proxy-refused',
  'proxy-certificate',
  'proxy-settings',
] as const satisfies readonly NetworkProblem[];

/** What an error's code means for the network; null where it says nothing more than that it failed. */
export function problemOfCode(code: string): NetworkProblem | null {
  const known = problems.get(code);
  if (known !== undefined) return known;
  const own = ownProblems.find((problem) => codeOf(problem) === code);
  if (own !== undefined) return own;
  return /^(ERR_SSL_|ERR_TLS_|EPROTO$|CERT_)/.test(code) ? 'tls' : null;
}

/** As `problemOfCode`, for whatever was thrown; `fetch` hides its reason in `cause`. */
export function problemOf(error: unknown): NetworkProblem | null {
  let at = error;
  for (let depth = 0; depth < 4 && at instanceof Error; depth += 1) {
    if (at instanceof AggregateError) at = at.errors[0];
    if (!(at instanceof Error)) return null;
    const found = 'code' in at && typeof at.code === 'string' ? problemOfCode(at.code) : null;
    if (found !== null) return found;
    at = at.cause;
  }
  return null;
}
