import { expect, test } from 'vitest';
import {
  NetworkError,
  type NetworkProblem,
  problemOf,
  problemOfCode,
} from '../../../../src-main/engine/streaming/network-problem.ts';

const withCode = (code: string, cause?: unknown) =>
  Object.assign(new Error('something', { cause }), { code });

test.each<[string, NetworkProblem | null]>([
  ['EAI_AGAIN', 'no-route'],
  ['ENETUNREACH', 'no-route'],
  ['ENOTFOUND', 'unknown-name'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate-self-signed'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate-authority'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate-authority'],
  ['CERT_HAS_EXPIRED', 'certificate-expired'],
  ['CERT_NOT_YET_VALID', 'certificate-expired'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate-host'],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tls'],
  ['EPROTO', 'tls'],
  ['ECONNREFUSED', null],
  ['ECONNRESET', null],
  ['ETIMEDOUT', null],
  ['', null],
])('%s means %s', (code, problem) => {
  expect(problemOfCode(code)).toBe(problem);
});

test('an error of the proxy is known by its code alone, which is all that a socket hands on', () => {
  const { code, message } = new NetworkError('proxy-password');
  expect(problemOfCode(code)).toBe('proxy-password');
  expect(message).toBe('proxy-password');
});

test('the reason is found where `fetch` and the dialling of several addresses hide it', () => {
  expect(problemOf(new TypeError('fetch failed', { cause: withCode('ENOTFOUND') }))).toBe(
    'unknown-name',
  );
  expect(problemOf(new AggregateError([withCode('ENETUNREACH'), withCode('ECONNREFUSED')]))).toBe(
    'no-route',
  );
  expect(problemOf(withCode('ECONNRESET', withCode('CERT_HAS_EXPIRED')))).toBe(
    'certificate-expired',
  );
  expect(problemOf(new TypeError('fetch failed'))).toBeNull();
  expect(problemOf(new AggregateError([]))).toBeNull();
  expect(problemOf('ENOTFOUND')).toBeNull();
});

test('an error that is its own cause ends', () => {
  const error = withCode('ECONNRESET');
  error.cause = error;
  expect(problemOf(error)).toBeNull();
});
