import { describe, expect, test } from 'vitest';
import { noSecrets } from '../../../src-main/engine/feeds/feed-secrets.ts';
import { messagesIn } from '../../../src-main/engine/messages/index.ts';
import { type AppBench, alice, appBench, dana, storedAccount } from '../../support/app-bench.ts';
import { apiFailure } from '../../support/fake-api.ts';
import { fakeStart, settle } from '../../support/fake-clock.ts';
import { confirm } from '../../support/fake-misskey.ts';
import { sseOf } from '../../support/feeds-bench.ts';
import { aNotice, rawNote, rawUser, reactionBy } from '../../support/samples.ts';

const words = messagesIn('en').error;
const ok = { ok: true };
const failed = (error: string) => ({ ok: false, error });

async function onlineBench(ids: readonly string[] = [alice]) {
  const bench = appBench(ids.map((id) => storedAccount(id)));
  await bench.online();
  return bench;
}

/** The same, with what is clicked opening in the window. */
async function inWindow() {
  const bench = await onlineBench();
  bench.commands.changeSettings({ clickOpens: 'window' });
  return bench;
}

const detailOf = (bench: AppBench) => bench.feed.snapshot().detail;

describe('links', () => {
  test.each(['https://example.social/a', 'http://example.social/', 'HTTPS://EXAMPLE.SOCIAL'])(
    '%s is opened in the browser',
    async (url) => {
      const { commands, links } = appBench([]);
      expect(await commands.openLink(url)).toEqual(ok);
      expect(links).toEqual([url]);
    },
  );

  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'mailto:a@example.social',
    'smb://host/share',
    'suzu://app/index.html',
    ' https://example.social',
    '//example.social',
    'https:/example.social',
    '',
  ])('%j is refused', async (url) => {
    const { commands, links } = appBench([]);
    expect(await commands.openLink(url)).toEqual(failed(words.linkRefused));
    expect(links).toEqual([]);
  });

  test('without a browser that is told', async () => {
    const { commands, world } = appBench([]);
    world.hasBrowser = false;
    expect(await commands.openLink('https://example.social')).toEqual(failed(words.linkFailed));
  });
});

describe('in the browser', () => {
  test('a note, a person, a hashtag', async () => {
    const { commands, links, world } = await onlineBench();
    commands.openNote(alice, 'note-1');
    commands.openUser(alice, '@bob');
    commands.openUser(alice, '@bob@other.example');
    commands.openHashtag(alice, '猫 & co/');
    expect(links).toEqual([
      'https://example.social/notes/note-1',
      'https://example.social/@bob',
      'https://example.social/@bob@other.example',
      'https://example.social/tags/%E7%8C%AB%20%26%20co%2F',
    ]);
    expect(world.isShown).toBe(false);
  });

  test.each(['bob', '@', '@bob/../../x', '@bob@other.example/x', '@bob?x', ''])(
    '%j is no handle',
    async (handle) => {
      const { commands, links } = await onlineBench();
      commands.openUser(alice, handle);
      expect(links).toEqual([]);
    },
  );

  test('nothing of an account that is gone', async () => {
    const { commands, openTarget, links } = await onlineBench();
    commands.openNote(dana, 'note-1');
    commands.openUser(dana, '@bob');
    commands.openHashtag(dana, 'cats');
    openTarget(dana, { kind: 'page', page: 'chat' });
    commands.openNotice('nothing');
    expect(links).toEqual([]);
  });

  test.each([
    ['notifications', '/my/notifications'],
    ['followRequests', '/my/follow-requests'],
    ['achievements', '/my/achievements'],
    ['drive', '/my/drive'],
    ['chat', '/chat'],
    ['security', '/settings/security'],
  ] as const)('the page %s, wherever clicks lead', async (page, path) => {
    const { openTarget, links } = await inWindow();
    openTarget(alice, { kind: 'page', page });
    expect(links).toEqual([`https://example.social${path}`]);
  });
});

describe('in the window', () => {
  test('a note, with what it answers', async () => {
    const bench = await inWindow();
    const reply = rawNote({ id: 'note-0' });
    bench.api.answer('notes/show', () => rawNote({ id: 'note-1', replyId: 'note-0', reply }));
    bench.commands.openNote(alice, 'note-1');
    expect(detailOf(bench)).toEqual({ kind: 'loading' });
    expect(bench.world.isShown).toBe(true);
    await settle();
    expect(detailOf(bench)).toMatchObject({
      kind: 'note',
      note: { id: 'note-1', accountId: alice },
      replyTo: { id: 'note-0' },
    });
    expect(bench.api.callsOf('notes/show')[0]?.parameters).toEqual({ noteId: 'note-1' });
    expect(bench.links).toEqual([]);
    bench.commands.closeDetail();
    expect(detailOf(bench)).toBeNull();
  });

  test('a person', async () => {
    const bench = await inWindow();
    bench.api.answer('users/show', () => rawUser({ description: 'hi' }));
    bench.commands.openUser(alice, '@bob@other.example');
    await settle();
    expect(detailOf(bench)).toMatchObject({ kind: 'user', user: { description: 'hi' } });
    expect(bench.api.callsOf('users/show')[0]?.parameters).toEqual({
      username: 'bob',
      host: 'other.example',
    });
  });

  test.each([
    ['NO_SUCH_NOTE', 400, words.noteGone],
    ['NO_SUCH_USER', 404, words.userGone],
    ['CONTENT_RESTRICTED_BY_SERVER', 400, words.notForGuests],
    ['CONTENT_RESTRICTED_BY_USER', 400, words.notForGuests],
    ['INTERNAL_ERROR', 500, words.serverError('example.social')],
    ['RATE_LIMIT_EXCEEDED', 429, words.rateLimited('example.social')],
    ['YOUR_ACCOUNT_SUSPENDED', 403, words.suspended],
    ['PERMISSION_DENIED', 403, words.actionFailed('example.social')],
  ])('what fails (%s) is told', async (code, status, error) => {
    const bench = await inWindow();
    bench.api.answer('notes/show', () => apiFailure(status, code));
    bench.commands.openNote(alice, 'note-1');
    await settle();
    expect(detailOf(bench)).toEqual({ kind: 'failed', error });
  });

  test('an account without a token cannot ask', async () => {
    const bench = appBench([storedAccount(alice)]);
    bench.tokens.clear();
    await bench.accounts.start();
    bench.commands.changeSettings({ clickOpens: 'window' });
    bench.commands.openNote(alice, 'note-1');
    await settle();
    expect(detailOf(bench)?.kind).toBe('failed');
  });

  test('what was closed while it loaded does not come back', async () => {
    const bench = await inWindow();
    const release = bench.api.hold('notes/show', () => rawNote());
    bench.commands.openNote(alice, 'note-1');
    await settle();
    bench.commands.closeDetail();
    release();
    await settle();
    expect(detailOf(bench)).toBeNull();
  });

  test('of two, the one that was asked for last stays', async () => {
    const bench = await inWindow();
    const release = bench.api.hold('notes/show', () => rawNote());
    bench.commands.openNote(alice, 'note-1');
    await settle();
    bench.api.answer('users/show', () => rawUser());
    bench.commands.openUser(alice, '@bob');
    await settle();
    release();
    await settle();
    expect(detailOf(bench)?.kind).toBe('user');
  });
});

describe('a notice', () => {
  test('is read and leads to what it is about', async () => {
    const bench = await onlineBench();
    bench.bell.ring(aNotice('n1'), true);
    bench.commands.openNotice(`${alice}/n1`);
    expect(bench.history.unread(alice)).toBe(0);
    expect(bench.links).toEqual(['https://example.social/@bob']);
  });

  test('many in one lead to the list', () => {
    const bench = appBench([]);
    bench.feed.go({ view: 'settings' });
    bench.openTarget(alice, null);
    expect(bench.feed.place.view).toBe('notices');
    expect(bench.world.isShown).toBe(true);
  });
});

describe('a file', () => {
  const file = (id: string) => ({ id, type: 'image/png', url: `https://media.example/${id}` });

  async function withTimeline() {
    const bench = await onlineBench();
    bench.api.answer('notes/timeline', () => [
      rawNote({ id: 'own', files: [file('f1'), file('f2')] }),
      rawNote({
        id: 'renoting',
        text: null,
        renoteId: 'renoted',
        renote: rawNote({
          id: 'renoted',
          files: [file('f3'), { ...file('f4'), url: 'file:///x' }],
        }),
      }),
    ]);
    bench.commands.watchTimelines([{ accountId: alice, key: 'home' }]);
    confirm(bench.sockets(alice).last, 'homeTimeline');
    await settle();
    return bench;
  }

  test.each([
    ['own', 'f2', 'https://media.example/f2'],
    ['renoted', 'f3', 'https://media.example/f3'],
    ['own', 'gone', 'https://example.social/notes/own'],
    ['elsewhere', 'f1', 'https://example.social/notes/elsewhere'],
  ])('of the note %s (%s) opens %s', async (noteId, fileId, url) => {
    const bench = await withTimeline();
    expect(await bench.commands.openFile(alice, noteId, fileId)).toEqual(ok);
    expect(bench.links).toEqual([url]);
  });

  test('with an address that is none of the web is refused', async () => {
    const bench = await withTimeline();
    expect(await bench.commands.openFile(alice, 'renoted', 'f4')).toEqual(
      failed(words.linkRefused),
    );
    expect(bench.links).toEqual([]);
  });

  test('of an account that is gone cannot be opened', async () => {
    const bench = await withTimeline();
    expect(await bench.commands.openFile(dana, 'own', 'f1')).toEqual(failed(words.noteGone));
  });
});

describe('mark all as read', () => {
  const told = (bench: AppBench) =>
    bench.api.callsOf('notifications/mark-all-as-read').map(({ token }) => token);

  test('here at once, and on every server once', async () => {
    const bench = await onlineBench([alice, dana]);
    bench.api.answer('notifications/mark-all-as-read', () => new Response(null, { status: 204 }));
    bench.bell.ring(aNotice('n1'), true);
    bench.bell.ring(aNotice('n1', { accountId: dana }), true);
    expect(bench.commands.markAllRead()).toEqual(ok);
    bench.commands.markAllRead();
    expect([bench.history.unread(alice), bench.history.unread(dana)]).toEqual([0, 0]);
    await bench.clock.advance(10_000);
    expect(told(bench)).toEqual([`token of ${alice}`, `token of ${dana}`]);
  });

  test('a server that fails is told again, and the others do not wait for it', async () => {
    const bench = await onlineBench([alice, dana]);
    const answers = [apiFailure(500, 'INTERNAL_ERROR')];
    bench.api.answer('notifications/mark-all-as-read', ({ token }) => {
      const failure = token === `token of ${alice}` ? answers.pop() : undefined;
      return failure ?? new Response(null, { status: 204 });
    });
    bench.bell.ring(aNotice('n1'), true);
    expect(bench.commands.markAllRead()).toEqual(ok);
    expect(bench.history.unread(alice)).toBe(0);
    await bench.clock.advance(10_000);
    expect(told(bench)).toEqual([`token of ${alice}`, `token of ${dana}`, `token of ${alice}`]);
  });

  test('a group, by opening its row', async () => {
    const bench = await onlineBench();
    for (const [index, name] of ['Bob', 'Carol'].entries()) {
      bench.bell.ring(reactionBy(name, `n${index}`), true);
    }
    const [row] = bench.feed.snapshot().notices.items;
    bench.commands.openNotice(row?.id ?? '');
    await settle();
    expect(bench.links).toEqual(['https://example.social/notes/mine']);
    expect(bench.history.unread(alice)).toBe(0);
  });

  test('without accounts is done at once', () => {
    expect(appBench([]).commands.markAllRead()).toEqual(ok);
  });
});

describe('signing out', () => {
  test('leaves nothing behind, and shows where to revoke the access', async () => {
    const bench = await inWindow();
    bench.bell.ring(aNotice('n1'), true);
    bench.api.answer('notes/show', () => rawNote());
    bench.commands.openNote(alice, 'note-1');
    await settle();
    await bench.commands.signOut(alice);
    expect(bench.tokens.size).toBe(0);
    expect(bench.world.accounts).toEqual([]);
    expect(bench.file.lines.join()).not.toContain(alice);
    expect(bench.history.accountIds()).toEqual([]);
    expect(bench.sockets(alice).alive).toBe(0);
    expect(bench.clock.pending).toBe(0);
    expect(bench.feed.snapshot()).toMatchObject({
      accounts: [],
      notices: { items: [] },
      timelines: [],
      detail: null,
      signIn: {
        phase: 'signed-out',
        host: 'example.social',
        revokeUrl: 'https://example.social/settings/apps',
      },
    });
  });

  test('is over when the next sign-in begins', async () => {
    const bench = await onlineBench();
    await bench.commands.signOut(alice);
    bench.commands.startSignIn('not a server');
    bench.commands.cancelSignIn();
    expect(bench.feed.snapshot().signIn).toEqual({ phase: 'idle' });
  });

  test('a note that was still loading does not show itself afterwards', async () => {
    const bench = await inWindow();
    const release = bench.api.hold('notes/show', () => rawNote());
    bench.commands.openNote(alice, 'note-1');
    await settle();
    await bench.commands.signOut(alice);
    release();
    await settle();
    expect(detailOf(bench)).toBeNull();
  });

  test('leaves the others alone', async () => {
    const bench = await onlineBench([alice, dana]);
    bench.bell.ring(aNotice('n1', { accountId: dana }), true);
    await bench.commands.signOut(alice);
    expect(bench.feed.snapshot().accounts.map(({ id, state }) => [id, state])).toEqual([
      [dana, 'online'],
    ]);
    expect(bench.history.unread(dana)).toBe(1);
    expect([...bench.tokens.keys()]).toEqual([dana]);
  });

  test('the demo’s account has nothing to revoke', async () => {
    const bench = appBench([storedAccount(alice, { addedBy: 'demo' })]);
    await bench.online();
    await bench.commands.signOut(alice);
    expect(bench.feed.snapshot().signIn).toEqual({ phase: 'idle' });
  });

  test('the demo’s feeds go with its account, and no others', async () => {
    const bench = appBench([storedAccount(alice, { addedBy: 'demo' })]);
    await bench.online();
    const feed = { name: 'CI', connection: sseOf('ci.example'), rule: null, preset: null };
    await bench.feeds.add({ ...feed, addedBy: 'demo' }, noSecrets);
    const own = await bench.feeds.add({ ...feed, addedBy: 'user' }, noSecrets);
    await bench.commands.signOut(alice);
    expect(bench.feed.snapshot().feeds.map(({ id }) => id)).toEqual([own]);
  });

  test('of an account that is gone does nothing', async () => {
    const bench = await onlineBench();
    await bench.commands.signOut(dana);
    expect(bench.feed.snapshot().signIn).toEqual({ phase: 'idle' });
    expect(bench.tokens.size).toBe(1);
  });
});

describe('signing in', () => {
  test('with a token that the server knows', async () => {
    const bench = appBench([]);
    expect(await bench.commands.signInWithToken('Other.Example ', `token of ${dana}`)).toEqual(ok);
    await settle();
    expect(bench.feed.snapshot()).toMatchObject({
      accounts: [{ id: dana }],
      place: { view: 'timeline', accountId: dana },
      signIn: { phase: 'done', accountId: dana },
    });
    expect(bench.tokens.get(dana)).toBe(`token of ${dana}`);
  });

  test.each([
    ['not a server', words.serverName],
    ['other.example', words.tokenInvalid],
  ])('with one that is refused (%s)', async (typed, error) => {
    const bench = appBench([]);
    bench.api.answer('i', () => apiFailure(401, 'AUTHENTICATION_FAILED'));
    expect(await bench.commands.signInWithToken(typed, 'wrong')).toEqual(failed(error));
    expect(bench.tokens.size).toBe(0);
  });

  test('in the browser: opened, opened again, cancelled', async () => {
    const bench = appBench([]);
    bench.api.answer('meta', () => ({ version: '2026.3.2', uri: 'https://other.example' }));
    bench.commands.reopenSignInPage();
    expect(bench.links).toEqual([]);
    bench.commands.startSignIn('other.example');
    await settle();
    bench.commands.reopenSignInPage();
    expect(bench.links).toHaveLength(2);
    expect(bench.links[0]).toBe(bench.links[1]);
    bench.commands.cancelSignIn();
    expect(bench.feed.snapshot().signIn).toEqual({ phase: 'idle' });
    expect(bench.clock.pending).toBe(0);
  });

  test('on the demo: a failure is told', async () => {
    const bench = appBench([]);
    expect(await bench.commands.startDemo()).toEqual(ok);
    bench.world.isDiskFull = true;
    expect(await bench.commands.startDemo()).toEqual(failed(words.demoFailed));
  });

  test.each([true, false])('weak storage: %s', async (allow) => {
    const bench = appBench([]);
    bench.commands.chooseWeakStorage(allow);
    expect(bench.world.weakAllowed).toBe(allow);
    expect(bench.feed.snapshot().secrets.consentNeeded).toBe(false);
  });
});

describe('pausing', () => {
  test.each([
    ['30-minutes', fakeStart + 1_800_000],
    ['1-hour', fakeStart + 3_600_000],
  ] as const)('%s', (choice, until) => {
    const bench = appBench([]);
    bench.commands.pause(choice);
    expect(bench.feed.snapshot().pause).toEqual({ until });
  });

  test('until tomorrow at eight, and resuming', () => {
    const bench = appBench([]);
    bench.commands.pause('until-tomorrow');
    const end = new Date(bench.bell.pausedUntil ?? 0);
    expect([end.getHours(), end.getMinutes(), end.getSeconds()]).toEqual([8, 0, 0]);
    const now = new Date(fakeStart);
    expect(end.getDate()).toBe(
      new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getDate(),
    );
    bench.commands.pause('resume');
    expect(bench.feed.snapshot().pause).toEqual({ until: null });
  });
});

test('settings that cannot be kept are in effect, and it is told', () => {
  const { commands, world } = appBench([]);
  expect(commands.changeSettings({ theme: 'dark' })).toEqual(ok);
  world.isDiskFull = true;
  expect(commands.changeSettings({ theme: 'light' })).toEqual(failed(words.settingsNotKept));
  expect(world.settings.theme).toBe('light');
});

test('a banner goes, and so does the window', () => {
  const { commands, feed, world } = appBench([]);
  feed.setBanner({ id: 'a', severity: 'info', text: 'a' });
  commands.dismissBanner('a');
  expect(feed.snapshot().banners).toEqual([]);
  world.isShown = true;
  commands.hideWindow();
  expect(world.isShown).toBe(false);
});
