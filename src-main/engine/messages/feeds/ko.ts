import type { feedsEn } from './en.ts';

export const feedsKo: typeof feedsEn = {
  waiting: {
    'not-a-feed': '서버가 지금 다른 것을 응답하고 있습니다. 다시 시도하는 중…',
    'too-large': '서버가 한 번에 너무 많은 내용을 보냈습니다. 다시 시도하는 중…',
    malformed: '서버가 보낸 내용을 이해할 수 없습니다. 다시 시도하는 중…',
  },
  refused: {
    'feed-credentials':
      '사용자 이름, 비밀번호 또는 토큰이 필요하거나 올바르지 않습니다. 설정 → 피드에서 바꾸세요.',
    'feed-forbidden':
      '서버가 허용하지 않습니다. 설정 → 피드에서 주소, 토픽, 인증 정보를 확인하세요.',
    'feed-not-found': '이 주소에는 아무것도 없습니다. 설정 → 피드에서 확인하세요.',
    'feed-foreign': '이 주소에 있는 것은 이 종류의 피드가 아닙니다. 설정 → 피드에서 확인하세요.',
    'feed-over':
      '서버가 더 이상 올 것이 없다고 합니다. 다시 확인하려면 ‘지금 다시 시도’를 누르세요.',
    'feed-redirects':
      '주소가 계속 다른 곳으로 이어지거나 Suzu가 따라가지 않는 곳으로 이어집니다. 설정 → 피드에서 최종 주소를 입력하세요.',
    'feed-protocol': '서버가 다른 버전이나 프로토콜을 사용합니다. 설정 → 피드에서 확인하세요.',
    'feed-taken':
      '다른 프로그램이 같은 클라이언트 ID를 사용합니다. 설정 → 피드에서 서로 다르게 정하세요.',
    'feed-client-id':
      '서버가 이 클라이언트 ID를 받아들이지 않습니다. 설정 → 피드에서 다른 ID를 입력하세요.',
    'feed-secrets': '저장된 인증 정보를 읽을 수 없습니다. 설정 → 피드에서 다시 입력하세요.',
  },
  notSecure:
    '서버와 안전하게 연결할 수 없습니다. 집 안의 서버처럼 암호화를 지원하지 않는다면 주소를 http:// 또는 ws://로 시작하세요.',
  off: '꺼짐',
  notEncrypted:
    '이 연결은 암호화되지 않습니다. Suzu가 보내는 인증 정보를 중간에서 누군가 읽을 수 있습니다. 서버가 지원한다면 https:// 또는 wss://를 사용하세요.',
  /** Of what came with the settings: the window takes no such address and no such message. */
  plainSecret: {
    address: (name) =>
      `주소에 비밀 정보로 보이는 것(‘${name}’)이 보호되지 않은 채 들어 있습니다. ‘인증 정보’의 헤더나 비밀번호로 옮기세요.`,
    hello: (name) =>
      `보낼 메시지에 비밀 정보로 보이는 것(‘${name}’)이 보호되지 않은 채 들어 있습니다. 그 자리에 \${password}라고 쓰고 비밀 정보는 비밀번호에 입력하세요.`,
  },
  demo: { builds: '빌드', house: '우리 집', plants: '화분' },
  gone: '이 피드는 더 이상 Suzu에 없습니다.',
  presetGone: '이 종류의 피드는 이 버전의 Suzu에 없습니다. 다른 것을 고르세요.',
  fieldEmpty: (label) => `‘${label}’을(를) 입력하세요.`,
  fieldWrong: (label) => `‘${label}’에 입력한 내용은 사용할 수 없습니다. 확인하세요.`,
  draft: {
    name: '피드 이름을 100자 이내로 입력하세요.',
    address: {
      sse: '이벤트를 받을 수 있는 주소가 아닙니다. https://(자신의 네트워크에서는 http://)로 시작해야 합니다.',
      websocket:
        'WebSocket 주소가 아닙니다. wss://(자신의 네트워크에서는 ws://)로 시작해야 합니다.',
      mqtt: '브로커 주소가 아닙니다. Suzu는 WebSocket으로 브로커에 연결합니다. 주소는 wss://(자신의 네트워크에서는 ws://)로 시작해야 합니다.',
    },
    secretInAddress: (name) =>
      `주소에 비밀 정보로 보이는 것(‘${name}’)이 있습니다. 주소는 기록에 남으므로 빼고, 헤더 또는 사용자 이름과 비밀번호에 넣으세요.`,
    secretInHello: (name) =>
      `보낼 메시지에 비밀 정보로 보이는 것(‘${name}’)이 들어 있습니다. 그 자리에 \${password}라고 쓰고 비밀 정보는 비밀번호에 입력하세요. 보낼 때 Suzu가 채워 넣습니다.`,
    emptyPlace:
      '보낼 메시지에 사용자 이름이나 비밀번호를 넣을 자리가 있지만 값이 없습니다. ‘인증 정보’에 입력하세요.',
    elsewhere:
      '이 주소는 다른 서버의 것입니다. 이전 서버용으로 입력한 정보는 보내지 않습니다. 인증 정보를 다시 입력하거나 지우세요.',
    seconds: '아무것도 오지 않아도 되는 시간을 5에서 86,400 사이의 정수(초)로 입력하세요.',
    eventName: '이벤트 이름은 256자 이내여야 합니다.',
    protocol: (name) =>
      `‘${name}’은(는) 하위 프로토콜로 쓸 수 없습니다. 영문자, 숫자, - . _ 같은 기호만 쓸 수 있고 공백은 쓸 수 없습니다.`,
    many: 'Suzu가 다룰 수 있는 수보다 많습니다. 줄이세요.',
    noTopic: '토픽을 하나 이상 입력하세요.',
    topic: (filter) =>
      `‘${filter}’은(는) 토픽 필터가 아닙니다. +는 한 단계 전체를, 끝의 #은 그 아래 모든 단계를 뜻합니다.`,
    clientId: '클라이언트 ID를 128자 이내로 입력하세요.',
    resume: '끊긴 뒤 이어 받으려면 주소에 붙일 이름과 넣을 내용을 모두 입력하세요.',
    headerName: (name) =>
      `‘${name}’은(는) 헤더 이름으로 쓸 수 없습니다. 영문자, 숫자, - 같은 기호만 쓸 수 있고 공백은 쓸 수 없습니다.`,
    headerOwn: (name) => `헤더 ‘${name}’은(는) 연결 자체에 속하며 Suzu가 정합니다.`,
    headerValue: (name) => `‘${name}’의 값에 줄바꿈처럼 헤더에 넣을 수 없는 것이 있습니다.`,
    username: '여기서는 사용자 이름에 콜론을 쓸 수 없습니다.',
  },
  part: {
    title: '제목',
    body: '본문',
    link: '링크',
    icon: '그림',
    key: '중복 판별 값',
    group: '그룹',
    urgency: '중요도',
    when: (place) => `조건 ${place}`,
    resume: '주소에 넣을 내용',
  },
  partWrong: (part, problem) => `${part}: ${problem}`,
  ruleUnreadable: (problem) =>
    `직접 쓴 문구를 읽을 수 없어 Suzu의 기본 문구로 알립니다. ${problem}`,
  template: {
    'too-long': () => '너무 깁니다.',
    unclosed: (at) =>
      `${at}번째 글자의 중괄호가 닫히지 않았습니다. 중괄호 자체는 두 번 이어서 쓰세요.`,
    empty: (at) => `${at}번째 글자에 항목 이름을 쓰세요.`,
    'bad-path': (at) =>
      `${at}번째 글자가 항목을 가리키지 않습니다. user.name이나 items[0].name처럼 쓰세요.`,
    'bad-words': (at) => `${at}번째 글자의 따옴표가 닫히지 않았거나 쓸 수 없는 것이 들어 있습니다.`,
    'unknown-name': (at) =>
      `${at}번째 글자: 달러로 시작하는 이름은 $text, $name, $levels, $id와 이어받을 위치를 나타내는 $mark뿐입니다.`,
    'unknown-format': (at) =>
      `${at}번째 글자: 콜론 뒤에는 plain, line, words, fields, host, ref를 쓸 수 있습니다.`,
    unexpected: (at) => `${at}번째 글자에 그 자리에 쓸 수 없는 것이 있습니다.`,
    'no-number': () => '여기서는 21.5와 같은 숫자와 비교하세요.',
  },
};
