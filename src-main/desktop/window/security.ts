import { app, protocol, session, type WebContents } from 'electron';
import { answerPage, type PageFile } from './page-files.ts';

/** Suzu's own scheme; its only host is `app`. */
export const scheme = 'suzu';
export const pageUrl = `${scheme}://app/index.html`;

/** What the page may load: its own files, and pictures, videos and sounds that the main process serves. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Must run before the app is ready: every renderer is sandboxed, and Suzu's scheme is a secure one. */
export function secureBeforeReady(): void {
  // Whoever starts Suzu from source as root must switch the sandbox off, and Chromium dies when both are said.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      // `stream`: without it videos and sounds cannot be played from it.
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    },
  ]);
  app.on('web-contents-created', (_event, contents) => denyAllButThePage(contents));
}

/** A picture, video or sound for the page, by its address and the part that is asked for (`Range`). */
export type ServeMedia = (url: URL, range: string | null) => Promise<Response>;

/** Serves the page and what it shows, and denies every permission. Must run after the app is ready. */
export function secureSession(readPage: (file: string) => PageFile | null, media: ServeMedia) {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) =>
    answer(false),
  );
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.setDevicePermissionHandler(() => false);
  protocol.handle(scheme, (request) => {
    const url = new URL(request.url);
    if (url.host !== 'app' || request.method !== 'GET') return new Response(null, { status: 404 });
    if (/^\/(image|emoji|media)\//.test(url.pathname)) {
      return media(url, request.headers.get('range'));
    }
    return answerPage(url.pathname, readPage, contentSecurityPolicy);
  });
}

function denyAllButThePage(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', (event) => {
    if (event.url !== pageUrl) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
}
