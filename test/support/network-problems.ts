import type { NetworkProblem } from '../../src-main/engine/streaming/network-problem.ts';

/** Every problem that the network may have. */
export const networkProblems: Readonly<Record<NetworkProblem, true>> = {
  'no-route': true,
  'unknown-name': true,
  'sign-in-page': true,
  'proxy-unreachable': true,
  'proxy-password': true,
  'proxy-refused': true,
  'proxy-certificate': true,
  'proxy-settings': true,
  'certificate-self-signed': true,
  'certificate-authority': true,
  'certificate-expired': true,
  'certificate-host': true,
  tls: true,
};
