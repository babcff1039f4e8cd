import { demoFeedPaths } from '../demo/feeds/paths.ts';
import { thirstyBelow } from '../demo/feeds/plants.ts';
import type { NewFeed } from '../engine/feeds/feeds.ts';
import type { NoticeRule } from '../engine/feeds/notices/notice-rule.ts';
import type { Messages } from '../engine/messages/index.ts';

const saysNothing: NoticeRule = {
  when: [],
  title: '',
  body: '',
  link: '',
  icon: '',
  key: '',
  group: '',
  urgency: '',
};

/**
 * The feeds of the demo, one of each system, as a person would have set them up. What they say is in the
 * languages of those who live there.
 */
export function demoFeeds(origin: string, messages: Messages): readonly NewFeed[] {
  const { builds, house, plants } = messages.feeds.demo;
  const sockets = origin.replace(/^http/, 'ws');
  const common = { preset: null, addedBy: 'demo' } as const;
  return [
    {
      ...common,
      name: builds,
      connection: {
        system: 'sse',
        url: `${origin}${demoFeedPaths.builds}`,
        events: ['build'],
        silentAfter: 60,
        resume: null,
      },
      rule: {
        ...saysNothing,
        when: [{ field: 'status', is: 'is-not', value: 'running' }],
        title: '{repository} #{number}: {status}',
        body: '{commit.message} ({commit.author}, {seconds} s)',
        link: '{url}',
        icon: '{avatar}',
        group: '{repository}',
      },
    },
    {
      ...common,
      name: house,
      connection: {
        system: 'websocket',
        url: `${sockets}${demoFeedPaths.house}`,
        protocols: [],
        hello: [],
        silentAfter: null,
        resume: { parameter: 'since', value: '{id}' },
      },
      rule: {
        ...saysNothing,
        when: [{ field: 'sensor', is: 'is-not', value: 'motion' }],
        title: '{place}',
        body: '{text}',
        icon: `${origin}/files/emoji-suzu`,
        key: '{id}',
      },
    },
    {
      ...common,
      name: plants,
      connection: {
        system: 'mqtt',
        url: `${sockets}${demoFeedPaths.plants}`,
        topics: [{ filter: 'home/plants/+', qos: 1 }],
        version: 5,
        clientId: 'suzu-demo',
        persistent: true,
        retained: false,
      },
      rule: {
        ...saysNothing,
        when: [{ field: 'moisture', is: 'below', value: String(thirstyBelow) }],
        title: '{name}: {moisture} % 💧',
        body: '{temperature} °C',
        icon: `${origin}/files/emoji-tea`,
      },
    },
  ];
}
