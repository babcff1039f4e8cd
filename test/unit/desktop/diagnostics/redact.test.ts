import { expect, test } from 'vitest';
import { createRedactor } from '../../../../src-main/desktop/diagnostics/redact.ts';

const secret = 'AbCdEf0123456789xyz';

test.each([
  `Authorization: Bearer ${secret}`,
  `{"authorization":"Bearer ${secret}"}`,
  `authorization=${secret}`,
  `Proxy-Authorization: Basic ${secret}=`,
  `tried Basic dXNlcjp${secret}`,
  `Cookie: session=${secret}; other=1`,
  `set-cookie: a=${secret}`,
  `{"i":"${secret}","limit":10}`,
  `{'i': '${secret}'}`,
  `GET /streaming?i=${secret} failed`,
  `i=${secret}&x=1`,
  `wss://example.social/streaming?i=${secret}`,
  `see https://example.social/path#${secret}`,
  `http://alice:${secret}@proxy.example:8080`,
  `socks5://${secret}@proxy.example`,
  `http://alice:p@ss@${secret}@proxy.example:8080/`,
  `https://example.social/miauth/${secret}?name=Suzu`,
  `POST https://example.social/api/miauth/${secret}/check: 500`,
  `accessToken=${secret}`,
  `token: ${secret}`,
  `"access_token": "${secret}\\"more"`,
  `password=${secret}`,
  `SyntaxError: Unexpected token '${secret[0]}', "${secret}" is not valid JSON`,
  `SyntaxError: Unexpected non-whitespace character after JSON at position 1, "${secret}"... is not valid JSON`,
  `ValiError: Invalid type: Expected number but received "${secret} \\" more"`,
])('what looks like a secret is taken out: %s', (text) => {
  expect(createRedactor().clean(text)).not.toContain(secret);
});

test.each([
  'stream: a frame could not be read',
  'connect ECONNREFUSED 127.0.0.1:8080',
  'the server allows basic authentication only',
  'https://example.social/api/notes/create answered 500',
  'secrets: a token cannot be decrypted',
  'The D-Bus name org.freedesktop.Notifications has no owner',
  '/home/alice/.config/Suzu/settings.json: EACCES',
])('what is none stays: %s', (text) => {
  expect(createRedactor().clean(text)).toBe(text);
});

test('a known secret goes wherever it stands, also written for an address', () => {
  const redactor = createRedactor();
  redactor.hide('p/ss+word=1');
  expect(redactor.clean('tried p/ss+word=1, then p%2Fss%2Bword%3D1.')).toBe('tried […], then […].');
});

test('a known secret goes also where the text is cut', () => {
  const redactor = createRedactor();
  redactor.hide(secret);
  const cut = redactor.clean(`${'x'.repeat(4_090)} ${secret} ${'y'.repeat(100)}`);
  expect(cut).not.toContain(secret.slice(0, 4));
});

test('a text that is too short to be a secret is not taken out of words', () => {
  const redactor = createRedactor();
  redactor.hide('');
  redactor.hide('a');
  expect(redactor.clean('a banana')).toBe('a banana');
});

test('names that mark a secret hide whatever stands under them', () => {
  const redactor = createRedactor();
  for (const name of [
    'token',
    'i',
    'Authorization',
    'set-cookie',
    'proxyPassword',
    'accessToken',
    'sessionToken',
    'clientSecret',
  ]) {
    expect(redactor.cleanField(name, 'whatever')).toBe('[…]');
  }
  for (const name of ['timeline', 'bypass', 'passed', 'compass', 'secretsBackend', 'tokenKind']) {
    expect(redactor.cleanField(name, 'whatever')).toBe('whatever');
  }
});

test('control characters, separators and marks of direction are written out', () => {
  expect(createRedactor().clean('a\nb\r\u001b[31mred\u0007\u0085\u2028\u202eabc')).toBe(
    'a\\nb\\u{d}\\u{1b}[31mred\\u{7}\\u{85}\\u{2028}\\u{202e}abc',
  );
});
