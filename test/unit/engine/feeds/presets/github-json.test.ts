import { describe, expect, test } from 'vitest';
import { preset } from '../../../../../src-main/engine/feeds/presets/github-json.ts';
import { feedEvent } from '../../../../support/feed-event.ts';
import { presetFeed, wrongField } from '../../../../support/preset-bench.ts';

const repository = {
  full_name: 'octo/hello',
  html_url: 'https://github.com/octo/hello',
  stargazers_count: 80,
};
const sender = {
  login: 'mona',
  avatar_url: 'https://avatars.githubusercontent.com/u/1',
  html_url: 'https://github.com/mona',
};
const pull = {
  number: 12,
  title: 'Mend the bell',
  merged: false,
  html_url: 'https://github.com/octo/hello/pull/12',
};
const issue = {
  number: 7,
  title: 'It rings twice',
  html_url: 'https://github.com/octo/hello/issues/7',
};

const relay = () => presetFeed(preset, { address: 'https://smee.io/abc123' });
const hook = (payload: object) => ({ repository, sender, ...payload });
/** As smee.io passes a webhook on. */
const relayed = (event: string, payload: object) =>
  feedEvent(
    {
      host: 'smee.io',
      'x-github-event': event,
      'x-github-delivery': `d-${event}`,
      body: hook(payload),
      query: {},
      timestamp: 1_780_000_000_000,
    },
    { id: '3' },
  );

const webhooks: [string, string, object, string, string][] = [
  [
    'a push of several commits',
    'push',
    {
      ref: 'refs/heads/feature/bell',
      compare: 'https://github.com/octo/hello/compare/a...b',
      pusher: { name: 'mona' },
      head_commit: { id: 'b', message: 'Second' },
      commits: [{ message: 'First\n\nWhy it is so' }, { message: 'Second' }],
    },
    'octo/hello (feature/bell) | mona: First / Second',
    'https://github.com/octo/hello/compare/a...b',
  ],
  [
    'an issue',
    'issues',
    { action: 'opened', issue },
    'octo/hello #7: opened | It rings twice',
    issue.html_url,
  ],
  [
    'a comment on an issue',
    'issue_comment',
    {
      action: 'created',
      issue,
      comment: { id: 1, body: 'Same here', html_url: 'https://c.example/' },
    },
    'octo/hello #7 | mona: Same here',
    'https://c.example/',
  ],
  [
    'a comment on a commit',
    'commit_comment',
    { action: 'created', comment: { id: 1, body: 'Nice', html_url: 'https://c.example/' } },
    'octo/hello | mona: Nice',
    'https://c.example/',
  ],
  [
    'a pull request',
    'pull_request',
    { action: 'ready_for_review', number: 12, pull_request: pull },
    'octo/hello #12: ready for review | Mend the bell',
    pull.html_url,
  ],
  [
    'a merge',
    'pull_request',
    { action: 'closed', number: 12, pull_request: { ...pull, merged: true } },
    'octo/hello #12: merged | Mend the bell',
    pull.html_url,
  ],
  [
    'a review',
    'pull_request_review',
    {
      action: 'submitted',
      pull_request: pull,
      review: { id: 5, state: 'changes_requested', body: null, html_url: 'https://r.example/' },
    },
    'octo/hello #12: changes requested | mona: Mend the bell',
    'https://r.example/',
  ],
  [
    'a comment in a review',
    'pull_request_review_comment',
    {
      action: 'created',
      pull_request: pull,
      comment: { id: 6, body: 'Why?', html_url: 'https://r.example/6' },
    },
    'octo/hello #12 | mona: Why?',
    'https://r.example/6',
  ],
  [
    'a release',
    'release',
    {
      action: 'published',
      release: { id: 1, tag_name: 'v1.2.0', name: 'The quiet one', html_url: 'https://v.example/' },
    },
    'octo/hello v1.2.0 | The quiet one',
    'https://v.example/',
  ],
  [
    'a workflow that ended',
    'workflow_run',
    {
      action: 'completed',
      workflow_run: {
        id: 9,
        name: 'CI',
        conclusion: 'failure',
        display_title: 'Mend the bell',
        head_branch: 'main',
        html_url: 'https://w.example/',
      },
    },
    'octo/hello: CI – failure | Mend the bell / main',
    'https://w.example/',
  ],
  [
    'a star',
    'star',
    { action: 'created', starred_at: '2026-05-30T00:00:00Z' },
    '★ octo/hello | mona · ★ 80',
    sender.html_url,
  ],
  [
    'whatever else',
    'repository_vulnerability_alert',
    { action: 'dismiss' },
    'octo/hello: repository vulnerability alert dismiss | mona',
    repository.html_url,
  ],
];

describe('GitHub-style JSON', () => {
  test.each([
    ['https://smee.io/abc123', 'sse', 'https://smee.io/abc123', 120],
    ['relay.example/events', 'sse', 'https://relay.example/events', null],
    ['wss://relay.example/hooks', 'websocket', 'wss://relay.example/hooks', null],
    ['ws://localhost:8080', 'websocket', 'ws://localhost:8080', null],
  ])('%s is listened to', (address, system, url, silentAfter) => {
    expect(presetFeed(preset, { address }).connection).toMatchObject({ system, url, silentAfter });
  });

  test.each([
    [{ address: '' }, 'address'],
    [{ address: 'https://relay.example/?token=x' }, 'address'],
    [{ address: 'relay.example', token: 'a b' }, 'token'],
  ])('%j: wrong is %s', (values, wrong) => {
    expect(wrongField(preset, values)).toBe(wrong);
  });

  test.each(webhooks)('%s', (_what, event, payload, said, url) => {
    expect(relay().said(relayed(event, payload))).toEqual(Array(4).fill(said));
    expect(relay().notice(relayed(event, payload))).toMatchObject({
      sourceId: `key:d-${event}`,
      iconUrl: sender.avatar_url,
      target: { kind: 'link', url },
    });
  });

  test.each(webhooks.slice(0, -1))(
    '%s, without a relay’s wrapping',
    (_what, _event, payload, said) => {
      const event = feedEvent(hook(payload), { id: 'e1' });
      expect(relay().said(event)).toEqual(Array(4).fill(said));
      expect(relay().notice(event).sourceId).toMatch(/^id:e1:/);
    },
  );

  test('a relay’s own ids, which begin anew on each connection, make no two events one', () => {
    const of = (timestamp: number) =>
      relay().notice(feedEvent({ body: hook({ action: 'x' }), timestamp }, { id: '3' })).sourceId;
    expect(of(1_780_000_000_000)).not.toBe(of(1_780_000_000_001));
  });

  test.each([
    ['the first of all', 'ping', { zen: 'Keep it logically awesome.', hook_id: 1 }],
    ['a step of a workflow', 'workflow_job', { action: 'queued', workflow_job: { id: 1 } }],
    ['a workflow that begins', 'workflow_run', { action: 'requested', workflow_run: { id: 1 } }],
    ['a check', 'check_run', { action: 'completed', check_run: { id: 1 } }],
    [
      'more commits in a pull request',
      'pull_request',
      { action: 'synchronize', pull_request: pull },
    ],
    ['a label', 'issues', { action: 'labeled', issue }],
    [
      'a comment that was changed',
      'issue_comment',
      { action: 'edited', issue, comment: { id: 1 } },
    ],
    ['a draft of a release', 'release', { action: 'created', release: { id: 1 } }],
    [
      'a branch that is gone',
      'push',
      { ref: 'refs/heads/x', compare: 'https://c.example/', commits: [] },
    ],
    ['what comes with each star', 'watch', { action: 'started' }],
  ])('%s rings nothing', (_what, event, payload) => {
    expect(relay().word(relayed(event, payload)).kind).toBe('filtered');
  });

  test.each(['ready', 'ping'])('nor does %s of a relay', (name) => {
    expect(relay().word(feedEvent({}, { name, id: '0' })).kind).toBe('filtered');
  });
});
