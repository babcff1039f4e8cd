/** What is said of feeds: event streams, WebSockets, MQTT. */
export const feedsEn = {
  waiting: {
    'not-a-feed': 'The server answers with something else at the moment; trying again…',
    'too-large': 'The server sent more at once than Suzu takes; trying again…',
    malformed: 'What the server sent cannot be understood; trying again…',
  },
  refused: {
    'feed-credentials':
      'The server wants a name, a password or a token, or does not take the one that it got. Change them under Settings → Feeds.',
    'feed-forbidden':
      'The server does not allow this. Check the address, the topics and the access under Settings → Feeds.',
    'feed-not-found': 'There is nothing at this address. Check it under Settings → Feeds.',
    'feed-foreign':
      'What is at this address is not a feed of this kind. Check it under Settings → Feeds.',
    'feed-over':
      'The server says that nothing more will come. Press “Try again now” to ask once more.',
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
  /** Where no encrypted connection comes about: the waiting sentence `tls`, with what else may be the matter at home. */
  notSecure:
    'No secure connection to the server can be made. If it offers none, as many at home, let the address begin with http:// or ws://.',
  /** In place of a state. */
  off: 'Off',
  notEncrypted:
    'This connection is not encrypted: whoever is on the way can read the access that Suzu sends. Use https:// or wss:// where the server offers it.',
  /** Of what came with the settings: the window takes no such address and no such message. */
  plainSecret: {
    address: (name: string) =>
      `What looks like a secret stands in the address (“${name}”), where it is not locked away. Move it to Access, into a header or the password.`,
    hello: (name: string) =>
      `What looks like a secret stands in a message to send (“${name}”), where it is not locked away. Write \${password} in its place, and type it as the password.`,
  },
  /** The names of the demo’s feeds. */
  demo: { builds: 'Builds', house: 'House', plants: 'Plants' },
  gone: 'This feed is not in Suzu any more.',
  presetGone: 'This kind of feed is not in this version of Suzu. Choose another.',
  /** Of a preset's field, by its label. */
  fieldEmpty: (label: string) => `Fill in “${label}”.`,
  fieldWrong: (label: string) => `What stands in “${label}” cannot be used. Check it.`,
  /** Why a feed cannot be kept as it was typed. */
  draft: {
    name: 'Give the feed a name of at most 100 characters.',
    address: {
      sse: 'This is not an address that events can come from. It begins with https://, or with http:// in your own network.',
      websocket:
        'This is not a WebSocket’s address. It begins with wss://, or with ws:// in your own network.',
      mqtt: 'This is not a broker’s address. Suzu reaches brokers over WebSocket: the address begins with wss://, or with ws:// in your own network.',
    },
    secretInAddress: (name: string) =>
      `The address holds what looks like a secret (“${name}”), and addresses end up in logs. Take it out, and put it into a header, or into user name and password.`,
    secretInHello: (name: string) =>
      `A message to send holds what looks like a secret (“${name}”). Write \${password} in its place and type the secret as the password: Suzu puts it in when it sends the message.`,
    emptyPlace:
      'A message to send has a place for a user name or a password that is not there. Type it under Access.',
    elsewhere:
      'This address is on another server, which gets nothing of what you typed for the one before. Type its access anew, or take it out.',
    seconds: 'Say in whole seconds how long it may be silent, from 5 to 86,400.',
    eventName: 'A name of an event may have at most 256 characters.',
    protocol: (name: string) =>
      `“${name}” cannot be a subprotocol: it may hold letters, digits and marks such as - . _, but no spaces.`,
    many: 'That is more than Suzu takes. Make it fewer.',
    noTopic: 'Name at least one topic.',
    topic: (filter: string) =>
      `“${filter}” is not a topic filter. + stands for one whole level, and # at the end for all further ones.`,
    clientId: 'Give Suzu a client ID of at most 128 characters.',
    resume: 'To go on after a gap, say both the name in the address and what to put there.',
    headerName: (name: string) =>
      `“${name}” cannot be a header’s name: it may hold letters, digits and marks such as -, but no spaces.`,
    headerOwn: (name: string) => `The header “${name}” belongs to the connection; Suzu sets it.`,
    headerValue: (name: string) =>
      `The value of “${name}” holds something that no header may hold, such as a line break.`,
    username: 'A user name may hold no colon here.',
  },
  /** A part of a rule, before what is wrong with it. */
  part: {
    title: 'Title',
    body: 'Text',
    link: 'A click opens',
    icon: 'Picture',
    key: 'Rings once for',
    group: 'Told together',
    urgency: 'Urgency',
    when: (place: number) => `Condition ${place}`,
    resume: 'Going on after a gap',
  },
  partWrong: (part: string, problem: string) => `${part}: ${problem}`,
  /** Of a rule that came with the settings: everything rings by the plain one meanwhile. */
  ruleUnreadable: (problem: string) =>
    `What you worded cannot be read, so Suzu words it plainly. ${problem}`,
  /** What is wrong in a template or a condition; `at` counts characters from 1. */
  template: {
    'too-long': () => 'This is too long.',
    unclosed: (at: number) =>
      `The brace at character ${at} is not closed. For a brace itself, write two.`,
    empty: (at: number) => `At character ${at}, name a field.`,
    'bad-path': (at: number) =>
      `At character ${at}, this does not lead to a field. Write it like user.name or items[0].name.`,
    'bad-words': (at: number) =>
      `At character ${at}, words in quotes are not closed, or hold what cannot stand there.`,
    'unknown-name': (at: number) =>
      `At character ${at}: of names with a dollar, there are $text, $name, $levels and $id, and $mark for where a feed goes on from.`,
    'unknown-format': (at: number) =>
      `At character ${at}: after a colon, there can be plain, line, words, fields, host or ref.`,
    unexpected: (at: number) => `At character ${at}, something stands that does not belong there.`,
    'no-number': () => 'Compare with a number here, such as 21.5.',
  },
};
