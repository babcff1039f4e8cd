import { expect, test } from 'vitest';
import { noSecrets } from '../../../../src-main/engine/feeds/feed-secrets.ts';
import { requestHeaders } from '../../../../src-main/engine/feeds/request-headers.ts';

test('without secrets there is the user agent alone', () => {
  expect(requestHeaders(noSecrets, 'Suzu/1.0')).toEqual({ 'user-agent': 'Suzu/1.0' });
});

test.each([
  ['Aladdin', 'open sesame', 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=='],
  ['test', '123£', 'Basic dGVzdDoxMjPCow=='],
  ['', 'tk_abc', 'Basic OnRrX2FiYw=='],
  ['alice', null, 'Basic YWxpY2U6'],
])('name %j and password %j are Basic authentication', (username, password, authorization) => {
  expect(requestHeaders({ headers: {}, username, password }, 'Suzu/1.0')).toEqual({
    'user-agent': 'Suzu/1.0',
    authorization,
  });
});

test('headers of the user win, whatever letters they are written in', () => {
  const headers = { AUTHORIZATION: 'Bearer abc', Cookie: 'a=1; b=2', 'User-Agent': 'curl' };
  expect(requestHeaders({ headers, username: 'a', password: 'b' }, 'Suzu/1.0')).toEqual({
    'user-agent': 'curl',
    authorization: 'Bearer abc',
    cookie: 'a=1; b=2',
  });
});

test('what belongs to the connection itself is left out', () => {
  const headers = {
    Host: 'elsewhere.example',
    Connection: 'close',
    Upgrade: 'h2c',
    'Sec-WebSocket-Key': 'x',
    'Content-Length': '5',
    'X-Kept': 'yes',
  };
  expect(requestHeaders({ ...noSecrets, headers }, 'Suzu/1.0')).toEqual({
    'user-agent': 'Suzu/1.0',
    'x-kept': 'yes',
  });
});
