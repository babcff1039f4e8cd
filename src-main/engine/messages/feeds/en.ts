/** What is said of feeds: event streams, WebSockets, MQTT. */
export const feedsEn = {
  waiting: {
    'not-a-feed': 'The server answers with something else at the moment; trying again…',
    'too-large': 'The server sent more at once than Suzu takes; trying again…',
    malformed: 'What the server sent cannot be understood; trying again…',
  },
  refused: {
    'feed-credentials':
      'The server wants a name, a password or a token, or others than it has. Change them under Settings → Feeds.',
    'feed-forbidden':
      'The server does not allow this. Check the address, the topics and the access under Settings → Feeds.',
    'feed-not-found': 'There is nothing at this address. Check it under Settings → Feeds.',
    'feed-foreign':
      'What is at this address is not a feed of this kind. Check it under Settings → Feeds.',
    'feed-over':
      'The server says that nothing more will come. Switch the feed off and on again to ask once more.',
    'feed-redirects':
      'The address leads elsewhere, again and again or to where Suzu does not follow. Type the final one under Settings → Feeds.',
    'feed-protocol':
      'The server speaks another version or protocol. Check it under Settings → Feeds.',
    'feed-taken':
      'Another program uses the same client ID. Give each its own under Settings → Feeds.',
    'feed-client-id':
      'The server does not accept this client ID. Type another one under Settings → Feeds.',
    'feed-secrets': 'The saved access cannot be read. Type it again under Settings → Feeds.',
  },
  /** In place of a state. */
  off: 'Off',
  notEncrypted:
    'This connection is not encrypted: whoever is on the way can read the access that Suzu sends. Use https:// or wss:// where the server offers it.',
  gone: 'This feed is not in Suzu any more.',
};
