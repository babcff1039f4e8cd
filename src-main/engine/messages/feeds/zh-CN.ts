import type { feedsEn } from './en.ts';

export const feedsZhCn: typeof feedsEn = {
  waiting: {
    'not-a-feed': '服务器目前返回了别的内容，正在重试…',
    'too-large': '服务器一次发送的内容过多，正在重试…',
    malformed: '无法理解服务器发送的内容，正在重试…',
  },
  refused: {
    'feed-credentials':
      '服务器要求用户名、密码或令牌，或者现有的不正确。请在“设置”→“订阅源”中修改。',
    'feed-forbidden': '服务器不允许。请在“设置”→“订阅源”中检查地址、主题和访问凭据。',
    'feed-not-found': '此地址没有任何内容。请在“设置”→“订阅源”中检查。',
    'feed-foreign': '此地址的内容不是这种订阅源。请在“设置”→“订阅源”中检查。',
    'feed-over': '服务器表示不会再有内容。要再试一次，请点按“立即重试”。',
    'feed-redirects':
      '此地址反复跳转，或跳转到 Suzu 不会跟随的地方。请在“设置”→“订阅源”中输入最终地址。',
    'feed-protocol': '服务器使用其他版本或协议。请在“设置”→“订阅源”中检查。',
    'feed-taken': '另一个程序使用了相同的客户端 ID。请在“设置”→“订阅源”中为每个程序设置不同的 ID。',
    'feed-client-id': '服务器不接受此客户端 ID。请在“设置”→“订阅源”中输入其他 ID。',
    'feed-secrets': '无法读取已保存的访问凭据。请在“设置”→“订阅源”中重新输入。',
  },
  notSecure:
    '无法与服务器建立安全连接。如果服务器（例如家中的）不支持加密，请让地址以 http:// 或 ws:// 开头。',
  off: '已关闭',
  notEncrypted:
    '此连接未加密：他人可能在传输途中读到 Suzu 发送的访问凭据。如果服务器支持，请使用 https:// 或 wss://。',
  /** Of what came with the settings: the window takes no such address and no such message. */
  plainSecret: {
    address: (name) =>
      `地址里有疑似机密的内容（“${name}”），在那里没有受到保护。请将其移到“访问凭据”的请求头或密码中。`,
    hello: (name) =>
      `要发送的消息里有疑似机密的内容（“${name}”），在那里没有受到保护。请在那里写 \${password}，并把机密填入密码。`,
  },
  demo: { builds: '构建', house: '家里', plants: '植物' },
  gone: 'Suzu 中已没有此订阅源。',
  presetGone: '此版本的 Suzu 没有这种订阅源，请选择其他种类。',
  fieldEmpty: (label) => `请填写“${label}”。`,
  fieldWrong: (label) => `“${label}”中的内容无法使用，请检查。`,
  draft: {
    name: '请为订阅源起一个不超过 100 个字符的名称。',
    address: {
      sse: '此地址无法接收事件。地址应以 https:// 开头，在自己的网络中可用 http://。',
      websocket: '这不是 WebSocket 地址。地址应以 wss:// 开头，在自己的网络中可用 ws://。',
      mqtt: '这不是 MQTT 服务器的地址。Suzu 通过 WebSocket 连接 MQTT 服务器：地址应以 wss:// 开头，在自己的网络中可用 ws://。',
    },
    secretInAddress: (name) =>
      `地址中含有疑似机密的内容（“${name}”），而地址会留在日志中。请将其移除，放入请求头或用户名和密码中。`,
    secretInHello: (name) =>
      `要发送的消息里有疑似机密的内容（“${name}”）。请在那里写 \${password}，并把机密填入密码：Suzu 会在发送时填进去。`,
    emptyPlace: '要发送的消息里留有填入用户名或密码的位置，但没有对应的值。请在“访问凭据”中填写。',
    elsewhere:
      '这个地址属于另一台服务器，Suzu 不会把为之前那台服务器填写的内容交给它。请重新填写访问凭据，或将其移除。',
    seconds: '请用 5 到 86,400 之间的整数填写允许多少秒没有消息。',
    eventName: '事件名称最多 256 个字符。',
    protocol: (name) =>
      `“${name}”不能用作子协议：只能包含字母、数字以及 - . _ 等符号，不能有空格。`,
    many: '数量超出 Suzu 的上限，请减少。',
    noTopic: '请至少填写一个主题。',
    topic: (filter) => `“${filter}”不是主题过滤器。+ 代表一整个层级，末尾的 # 代表其后的所有层级。`,
    clientId: '请填写不超过 128 个字符的客户端 ID。',
    resume: '若要在中断后继续接收，请同时填写地址中的参数名及其内容。',
    headerName: (name) =>
      `“${name}”不能用作请求头名称：只能包含字母、数字以及 - 等符号，不能有空格。`,
    headerOwn: (name) => `请求头“${name}”属于连接本身，由 Suzu 设置。`,
    headerValue: (name) => `“${name}”的值含有请求头中不允许的内容，例如换行。`,
    username: '此处的用户名不能包含冒号。',
  },
  part: {
    title: '标题',
    body: '正文',
    link: '链接',
    icon: '图片',
    key: '去重标识',
    group: '分组',
    urgency: '紧急程度',
    when: (place) => `条件 ${place}`,
    resume: '放入地址的内容',
  },
  partWrong: (part, problem) => `${part}：${problem}`,
  ruleUnreadable: (problem) => `无法读取你编写的规则，Suzu 暂以默认方式提醒。${problem}`,
  template: {
    'too-long': () => '内容过长。',
    unclosed: (at) => `第 ${at} 个字符处的花括号没有闭合。要写花括号本身，请连写两个。`,
    empty: (at) => `请在第 ${at} 个字符处写上字段名。`,
    'bad-path': (at) =>
      `第 ${at} 个字符处没有指向字段。请写成 user.name 或 items[0].name 这样的形式。`,
    'bad-words': (at) => `第 ${at} 个字符处的引号没有闭合，或其中有不允许的内容。`,
    'unknown-name': (at) =>
      `第 ${at} 个字符处：以美元符号开头的名称只有 $text、$name、$levels、$id，以及表示续接位置的 $mark。`,
    'unknown-format': (at) =>
      `第 ${at} 个字符处：冒号后只能写 plain、line、words、fields、host 或 ref。`,
    unexpected: (at) => `第 ${at} 个字符处有不该出现的内容。`,
    'no-number': () => '请在此处与数字比较，例如 21.5。',
  },
};
