import { expect, test } from 'vitest';
import { parseCertificates } from '../../../../src-main/desktop/network/certificates.ts';
import {
  expiredAuthority,
  selfSignedServer,
  testAuthority,
  testServer,
} from '../../../support/test-certificates.ts';

const now = Date.UTC(2026, 10, 21);
const problemOf = (text: string, at = now) => {
  const file = parseCertificates(text, at);
  return file.kind === 'problem' ? file.problem : file.authorities.map(({ name }) => name);
};

test.each<[string, string, unknown]>([
  ['an authority', testAuthority, ['Suzu Test Authority']],
  ['with other text around it', `# Ours\r\n${testAuthority}\n# end`, ['Suzu Test Authority']],
  ['a server that signed its own', selfSignedServer.cert, ['example.social']],
  ['two', testAuthority + selfSignedServer.cert, ['Suzu Test Authority', 'example.social']],
  ['a server’s that another signed', testServer.cert, 'notAuthority'],
  ['one good and one that is none', testAuthority + testServer.cert, 'notAuthority'],
  ['an expired one', expiredAuthority, 'expired'],
  ['a key', testServer.key, 'noCertificate'],
  ['nothing', '', 'noCertificate'],
  ['a damaged one', testAuthority.replace(/[A-Z]{3}/, '???'), 'noCertificate'],
  ['half of one', testAuthority.slice(0, 200), 'noCertificate'],
])('%s', (_what, text, read) => {
  expect(problemOf(text)).toEqual(read);
});

test('one that is not valid yet is mostly the clock', () => {
  expect(problemOf(testAuthority, Date.UTC(2001, 0, 1))).toBe('notYetValid');
});
