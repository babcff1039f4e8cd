import { describe, expect, test } from 'vitest';
import { noSecrets } from '../../../../../src-main/engine/feeds/feed-secrets.ts';
import { textPayload } from '../../../../../src-main/engine/feeds/payload.ts';
import { withoutEcho } from '../../../../../src-main/engine/feeds/websocket/echo.ts';
import {
  filledHello,
  placesIn,
  plainSecretIn,
} from '../../../../../src-main/engine/feeds/websocket/hello.ts';

const secrets = { ...noSecrets, username: 'al"ice', password: `a\\b"$&\n\${username}` };
const user = `\${username}`;
const password = `\${password}`;

describe('a text with places', () => {
  test('says which secrets it wants', () => {
    expect(placesIn([])).toEqual({ username: false, password: false });
    expect(placesIn(['{"a":1}', `b ${password}`])).toEqual({ username: false, password: true });
    expect(placesIn([`${user}:${password}`])).toEqual({ username: true, password: true });
  });

  test('is filled as it is where it is no JSON', () => {
    expect(filledHello(`AUTH ${user} ${password}.`, secrets)).toBe(
      `AUTH al"ice ${secrets.password}.`,
    );
    expect(filledHello(`{${password}}`, secrets)).toBe(`{${secrets.password}}`);
    expect(filledHello(`{"a": "\${other} $password"}`, secrets)).toBe(
      `{"a": "\${other} $password"}`,
    );
  });

  test('is JSON still where it was, and the rest of it stays as it was written', () => {
    const sent = filledHello(
      `{ "n": 1.0, "token": "Bearer ${password}", "e": "\\u00e9" }`,
      secrets,
    );
    expect(JSON.parse(sent)).toEqual({ n: 1, token: `Bearer ${secrets.password}`, e: 'é' });
    expect(sent).toMatch(/^\{ "n": 1\.0, .*, "e": "\\u00e9" \}$/);
  });

  test('is JSON within JSON, and behind a few letters of another protocol', () => {
    const inner = JSON.stringify({ channel: 'news', token: password });
    const sent = filledHello(JSON.stringify({ identifier: inner }), secrets);
    const { identifier } = JSON.parse(sent);
    expect(JSON.parse(identifier)).toEqual({ channel: 'news', token: secrets.password });
    const io = filledHello(`40/${user},{"token":"${password}"}`, secrets);
    expect(io.slice(0, 11)).toBe('40/al"ice,{');
    expect(JSON.parse(io.slice(10))).toEqual({ token: secrets.password });
  });

  test('of many levels costs next to nothing', () => {
    const deep = ['['.repeat(8_000), JSON.stringify(password), ']'.repeat(8_000)].join('');
    expect(filledHello(deep, secrets)).toContain(secrets.password);
    expect(plainSecretIn(deep)).toBeNull();
  });
});

describe('a secret in the open', () => {
  test.each([
    ['{"type":"auth","access_token":"sesame"}', 'access_token'],
    ['{"payload":{"Authorization":"Bearer x"}}', 'Authorization'],
    ['["1","join",{"apiKey":"x"}]', 'apiKey'],
    ['{"auth":["alice","x"]}', 'auth'],
    ['{"password":1234}', 'password'],
    ['40{"token":"x"}', 'token'],
    ['{"identifier":"{\\"token\\":\\"x\\"}"}', 'token'],
    ['{"url":"wss://a.example/?token=x"}', 'token'],
    ['AUTH token=x', 'token'],
    ['CONNECT\nlogin:alice\npasscode:x\n\n', 'passcode'],
    [`{"token":"${password}","secret":"x"}`, 'secret'],
  ])('%j has it under %s', (text, name) => {
    expect(plainSecretIn(text)).toBe(name);
  });

  test.each([
    '',
    'subscribe news',
    '{"subscribe":"news","id":7}',
    '{"type":"auth"}',
    '{"token":"","password":null,"auth":true}',
    `{"token":"${password}","user":"${user}"}`,
    `{"authorization":"Bearer ${password}"}`,
    `AUTH token=${password}`,
    '{"query":"query ($key: ID) { item(key: $key) { monkey } }"}',
    '{"topic":"ring bearer news"}',
  ])('there is none in %j', (text) => {
    expect(plainSecretIn(text)).toBeNull();
  });
});

describe('what a server sends back', () => {
  const hello = [`{"token":"${password}"}`, 'ping'];
  const cleared = (text: string, secret: string) =>
    withoutEcho(hello, { ...noSecrets, password: secret })(textPayload(text));

  test('has places again where the secret was', () => {
    expect(cleared('{"token":"short"}', 'short')).toEqual(textPayload(`{"token":"${password}"}`));
    expect(cleared('hello open sesame!', 'open sesame').text).toBe(`hello ${password}!`);
    expect(cleared('{"was":"a\\"b\\\\c d e"}', 'a"b\\c d e').data).toEqual({ was: password });
    expect(cleared('?t=open%20sesame', 'open sesame').text).toBe(`?t=${password}`);
  });

  test('is as it came where there is nothing of it', () => {
    const payload = textPayload('{"short":"news"}');
    expect(withoutEcho(hello, { ...noSecrets, password: 'short' })(payload)).toBe(payload);
    const none = textPayload('open sesame');
    expect(withoutEcho(['ping'], { ...noSecrets, password: 'open sesame' })(none)).toBe(none);
  });
});
