import type { Condition, PresetRule } from '../notices/notice-rule.ts';
import type { FeedPreset } from '../preset.ts';
import {
  headerSecret,
  isToken,
  presetServer,
  socketUrl,
  typedInto,
  webUrl,
} from '../preset-parts.ts';

/** smee.io sends an event every 30 s; of other relays nothing is known. */
const silentAfterBy: Readonly<Record<string, number>> = { 'smee.io': 120 };

/**
 * Webhooks in GitHub's form (https://docs.github.com/en/webhooks/webhook-events-and-payloads), as Gitea and Forgejo send
 * them too, through a relay: event streams such as smee.io's, which put the webhook into `body` beside its headers
 * (`lib/server.js` of probot/smee.io), or WebSockets that pass it on as it is.
 */
export const preset: FeedPreset = {
  id: 'github-json',
  place: 60,
  fields: [
    { id: 'address', kind: 'server', initial: '', optional: false },
    { id: 'token', kind: 'secret', initial: '', optional: true },
  ],
  words: {
    en: {
      name: 'GitHub-style JSON',
      about: 'Rings for pushes, issues, pull requests, releases and finished workflows.',
      fields: {
        address: {
          label: 'Address',
          hint: 'Of a relay of webhooks: https:// for an event stream such as https://smee.io/…, wss:// for a WebSocket.',
        },
        token: { label: 'Access token', hint: 'Only where the relay wants one.' },
      },
      options: {},
    },
    ja: {
      name: 'GitHub形式のJSON',
      about: 'プッシュ、Issue、プルリクエスト、リリース、終了したワークフローで鳴ります。',
      fields: {
        address: {
          label: 'アドレス',
          hint: 'Webhookの中継先。イベントストリームは https://（例：https://smee.io/…）、WebSocketは wss:// です。',
        },
        token: { label: 'アクセストークン', hint: '中継先が求める場合だけ。' },
      },
      options: {},
    },
    ko: {
      name: 'GitHub 형식 JSON',
      about: '푸시, 이슈, 풀 리퀘스트, 릴리스, 끝난 워크플로에 울립니다.',
      fields: {
        address: {
          label: '주소',
          hint: '웹훅 중계 서버의 주소. 이벤트 스트림은 https://(예: https://smee.io/…), WebSocket은 wss://입니다.',
        },
        token: { label: '액세스 토큰', hint: '중계 서버가 요구할 때만.' },
      },
      options: {},
    },
    'zh-CN': {
      name: 'GitHub 格式的 JSON',
      about: '为推送、议题、拉取请求、发行版和已结束的工作流响铃。',
      fields: {
        address: {
          label: '地址',
          hint: 'Webhook 中继的地址：事件流用 https://，例如 https://smee.io/…；WebSocket 用 wss://。',
        },
        token: { label: '访问令牌', hint: '仅当中继要求时填写。' },
      },
      options: {},
    },
  },
  make(values) {
    const address = typedInto(values, 'address');
    const server = presetServer(address);
    if (server === null) return { wrong: 'address' };
    const token = typedInto(values, 'token');
    if (token !== '' && !isToken(token)) return { wrong: 'token' };
    const known = Object.hasOwn(silentAfterBy, server.host) ? silentAfterBy[server.host] : null;
    const silentAfter = known ?? null;
    return {
      name: server.host.slice(0, 100),
      connection: /^wss?:/i.test(address)
        ? {
            system: 'websocket',
            url: socketUrl(server, ''),
            protocols: [],
            hello: [],
            silentAfter,
            resume: null,
          }
        : { system: 'sse', url: webUrl(server, ''), events: [], silentAfter, resume: null },
      secrets: headerSecret('Authorization', 'Bearer ', token),
    };
  },
  rules: () => rules,
};

/** A field of the webhook: in a relay's `body`, or as it is. */
const at = (path: string) => `body.${path} || ${path}`;
/** The first of these that says anything. */
const the = (...paths: readonly string[]) => `{${paths.map(at).join(' || ')}}`;
/** The same, with something before it that nothing else needs. */
const after = (before: string, ...paths: readonly string[]) => {
  const conditions = paths.flatMap((path) => [`body.${path}`, path]);
  const choice = conditions.map((path) => `${path} && ${JSON.stringify(before)}`).join(' || ');
  return `{${choice}}${the(...paths)}`;
};

const has = (path: string): Condition => ({ field: at(path), is: 'exists', value: '' });
const lacks = (path: string): Condition => ({ field: at(path), is: 'exists-not', value: '' });
const is = (path: string, value: string): Condition => ({ field: at(path), is: 'is', value });
const isNot = (path: string, ...values: readonly string[]): readonly Condition[] =>
  values.map((value) => ({ field: at(path), is: 'is-not', value }));

const common = {
  icon: the('sender.avatar_url'),
  // A relay counts its events anew on each connection: their ids say nothing.
  key: '{["x-github-delivery"] || ["x-gitea-delivery"] || body && timestamp}',
};
const repository = the('repository.full_name', 'organization.login');
const sender = the('sender.login');
const action = the('action:words');

/**
 * By what a webhook brings, for not every relay tells its name. Titles are made of GitHub's own words, which are the
 * same in every language.
 */
const rules: readonly PresetRule[] = [
  {
    ...common,
    when: [has('workflow_run.id'), is('action', 'completed')],
    title: `${repository}: ${the('workflow_run.name')} – ${the('workflow_run.conclusion:words')}`,
    body: `${the('workflow_run.display_title', 'workflow_run.head_commit.message:line')}\n${the('workflow_run.head_branch')}`,
    link: the('workflow_run.html_url'),
  },
  {
    ...common,
    when: [has('review.id'), has('pull_request.number'), is('action', 'submitted')],
    title: `${repository} #${the('pull_request.number')}: ${the('review.state:words')}`,
    body: `${sender}: ${the('review.body', 'pull_request.title')}`,
    link: the('review.html_url', 'pull_request.html_url'),
  },
  {
    ...common,
    when: [has('comment.id'), is('action', 'created')],
    title: `${repository}${after(' #', 'issue.number', 'pull_request.number')}`,
    body: `${sender}: ${the('comment.body')}`,
    link: the('comment.html_url'),
  },
  {
    ...common,
    when: [
      has('pull_request.number'),
      is('action', 'closed'),
      is('pull_request.merged', 'true'),
      lacks('comment.id'),
    ],
    title: `${repository} #${the('pull_request.number')}: merged`,
    body: the('pull_request.title'),
    link: the('pull_request.html_url'),
  },
  {
    ...common,
    when: [
      has('pull_request.number'),
      ...isNot('action', 'synchronize', 'edited', 'labeled', 'unlabeled'),
      ...['comment.id', 'review.id', 'thread.node_id'].map(lacks),
    ],
    title: `${repository} #${the('pull_request.number')}: ${action}`,
    body: the('pull_request.title'),
    link: the('pull_request.html_url'),
  },
  {
    ...common,
    when: [
      has('issue.number'),
      ...isNot('action', 'edited', 'labeled', 'unlabeled'),
      lacks('comment.id'),
    ],
    title: `${repository} #${the('issue.number')}: ${action}`,
    body: the('issue.title'),
    link: the('issue.html_url'),
  },
  {
    ...common,
    when: [has('release.id'), is('action', 'published')],
    title: `${repository} ${the('release.tag_name')}`,
    body: the('release.name'),
    link: the('release.html_url'),
  },
  {
    ...common,
    when: [has('head_commit.id'), has('ref'), has('compare')],
    title: `${repository} (${the('ref:ref')})`,
    body: [
      `${the('pusher.name', 'sender.login')}: ${the('commits[0].message:line', 'head_commit.message:line')}`,
      the('commits[1].message:line'),
      the('commits[2].message:line'),
    ].join('\n'),
    link: the('compare'),
  },
  {
    ...common,
    when: [has('starred_at'), is('action', 'created')],
    title: `★ ${repository}`,
    body: `${sender}${after(' · ★ ', 'repository.stargazers_count')}`,
    link: the('sender.html_url'),
  },
  {
    ...common,
    when: [
      has('sender.login'),
      // What GitHub sends when a webhook is made, and what comes with every star.
      lacks('zen'),
      ...isNot('action', 'started'),
      // Whatever else becomes of these, and each step of a workflow, would ring all day.
      ...[
        'workflow_run.id',
        'workflow_job.id',
        'check_run.id',
        'check_suite.id',
        'pull_request.number',
        'issue.number',
        'release.id',
        'compare',
      ].map(lacks),
    ],
    title: `${repository}: {["x-github-event"]:words || ["x-gitea-event"]:words}${after(' ', 'action:words')}`,
    body: sender,
    link: the('repository.html_url', 'sender.html_url'),
  },
];
