import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerPage, pageReader } from '../../../../src-main/desktop/window/page-files.ts';

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'suzu-page-'));
  folder = join(root, 'window');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  mkdirSync(join(root, 'window-beside'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  for (const type of ['js', 'css', 'svg', 'png', 'woff2', 'map', 'json', 'exe']) {
    writeFileSync(join(folder, 'assets', `a.${type}`), type);
  }
  writeFileSync(join(root, 'secret.html'), 'secret');
  writeFileSync(join(root, 'window-beside', 'secret.html'), 'secret');
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const policy = "default-src 'none'";
const answer = (pathname: string) => answerPage(pathname, pageReader(folder), policy);

describe('a file of the page', () => {
  test.each([
    ['/index.html', 'text/html; charset=utf-8', '<!doctype html>'],
    ['/assets/a.js', 'text/javascript; charset=utf-8', 'js'],
    ['/assets/a.css', 'text/css; charset=utf-8', 'css'],
    ['/assets/a.svg', 'image/svg+xml', 'svg'],
    ['/assets/a.png', 'image/png', 'png'],
    ['/assets/a.woff2', 'font/woff2', 'woff2'],
    ['/assets/%61.js', 'text/javascript; charset=utf-8', 'js'],
  ])('%s', async (pathname, type, content) => {
    const response = answer(pathname);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(await response.text()).toBe(content);
  });

  test('comes with the policy, and is neither guessed at nor kept', () => {
    expect(Object.fromEntries(answer('/index.html').headers)).toEqual({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
  });

  test.each([
    '/',
    '',
    '/nothing.html',
    '/assets',
    '/assets/',
    '/assets/a.map',
    '/assets/a.json',
    '/assets/a.exe',
    '/assets/a',
    '/index.html/',
    '/index.html%00.js',
    '/%E0%A4%A',
    '/../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/%2e%2e%2fsecret.html',
    '/assets/%2e%2e/%2e%2e/secret.html',
    '/../window-beside/secret.html',
    '/%2e%2e/window-beside/secret.html',
    '//etc/passwd.html',
    '/..%5csecret.html',
    '/%252e%252e/secret.html',
  ])('%j is none', async (pathname) => {
    const response = answer(pathname);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  test('is reached by a detour inside the folder too', () => {
    expect(answer('/assets/%2e%2e/index.html').status).toBe(200);
  });
});
