import { packUserDetailed } from '../pack/user.ts';
import { notify } from '../world/inbox.ts';
import type { DemoUser } from '../world/model.ts';
import { issueToken } from '../world/tokens.ts';
import { requireUserById, type World } from '../world/world.ts';
import { type Answer, htmlAnswer, jsonAnswer } from './exchange.ts';
import { escapeHtml, htmlPage } from './html.ts';
import { personHtml } from './pages.ts';

/** What a permission lets an app do, for the page; unknown ones are dropped without a word. */
const permissionNames: Readonly<Record<string, string>> = {
  'read:account': 'See your account',
  'write:account': 'Change your account',
  'read:notifications': 'See your notifications',
  'write:notifications': 'Mark your notifications as read, and make new ones',
  'read:reactions': 'See your reactions',
  'write:reactions': 'React to notes',
  'write:notes': 'Post and delete notes',
  'read:following': 'See whom you follow',
  'write:following': 'Follow and unfollow people, and answer follow requests',
  'write:votes': 'Vote in polls',
  'read:mutes': 'See whom you mute',
  'write:mutes': 'Mute people',
  'read:channels': 'See the channels that you follow',
  'read:chat': 'See your chats',
  'write:chat': 'Write in chats',
  'read:drive': 'See your files',
  'write:drive': 'Add and delete files',
};

/** Schemes to which a browser must not be sent. */
const refusedSchemes = ['javascript:', 'file:', 'data:', 'mailto:', 'tel:', 'vbscript:'];

/** The tokens that were allowed and not yet fetched, by session. */
export type MiAuthSessions = Map<string, { readonly token: string; readonly userId: string }>;

/** The page on which a person lets an app in. The decision is posted to the page's own address. */
export function consentPage(world: World, user: DemoUser, url: URL): Answer {
  const app = url.searchParams.get('name') || 'An app without a name';
  const granted = permissionsOf(url).map((permission) => permissionNames[permission] ?? permission);
  const callback = callbackOf(url);
  const list = granted.map((name) => `<li>${escapeHtml(name)}</li>`).join('');
  return htmlAnswer(
    200,
    htmlPage(
      'Allow access? – Suzu Demo',
      `<h1>Allow “${escapeHtml(app)}” to use your account?</h1>
${personHtml(world, user)}
${list === '' ? '<p>It asks for no permissions.</p>' : `<p>It asks to:</p><ul>${list}</ul>`}
${callback === null ? '' : `<p class="faint">Afterwards you are taken to ${escapeHtml(callback.href)}</p>`}
<form method="post"><button class="yes" name="decision" value="allow">Allow</button>
<button name="decision" value="deny">Deny</button></form>`,
    ),
  );
}

/** Carries out what was decided on the page. A denial leaves no trace, as on the real server. */
export function decide(
  world: World,
  sessions: MiAuthSessions,
  user: DemoUser,
  session: string,
  url: URL,
  decision: string | null,
): Answer {
  if (decision !== 'allow')
    return htmlAnswer(
      200,
      htmlPage('Denied – Suzu Demo', '<h1>Denied</h1><p>You can close this page.</p>'),
    );
  const { token } = issueToken(world, user, permissionsOf(url));
  sessions.set(session, { token, userId: user.id });
  notify(world, user.id, { type: 'createToken' });
  const callback = callbackOf(url);
  if (callback === null)
    return htmlAnswer(
      200,
      htmlPage(
        'Done – Suzu Demo',
        '<h1>Done</h1><p>Go back to the app; you can close this page.</p>',
      ),
    );
  callback.searchParams.set('session', session);
  return { status: 302, headers: { location: callback.href, 'referrer-policy': 'no-referrer' } };
}

/** Gives the token of an allowed session, once. */
export function checkSession(world: World, sessions: MiAuthSessions, session: string): Answer {
  const headers = { 'access-control-allow-origin': '*' };
  const allowed = sessions.get(session);
  if (allowed === undefined) return jsonAnswer(200, { ok: false }, headers);
  sessions.delete(session);
  const user = requireUserById(world, allowed.userId);
  return jsonAnswer(
    200,
    { ok: true, token: allowed.token, user: packUserDetailed(world, user, user.id) },
    headers,
  );
}

function permissionsOf(url: URL): string[] {
  const asked = (url.searchParams.get('permission') ?? '').split(',');
  return [...new Set(asked)].filter((permission) => permission in permissionNames);
}

function callbackOf(url: URL): URL | null {
  const callback = url.searchParams.get('callback');
  if (callback === null || !URL.canParse(callback)) return null;
  const parsed = new URL(callback);
  return refusedSchemes.includes(parsed.protocol) ? null : parsed;
}
