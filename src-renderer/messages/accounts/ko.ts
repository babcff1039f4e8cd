import type { accountsEn } from './en.ts';

export const accountsKo: typeof accountsEn = {
  list: '계정',
  up: (handle) => `${handle} 위로 이동`,
  down: (handle) => `${handle} 아래로 이동`,
  unread: (count) => `읽지 않음 ${count}개`,
  guest: '둘러보는 중',
  presence: '조용한 접속',
  presenceOf: (handle) => `${handle}의 조용한 접속`,
  presenceText:
    '계속 접속해 있는 대신 몇 분마다 확인합니다. 하루 종일 온라인으로 보이지 않으며, 알림은 모두 울리지만 조금 늦습니다.',
  stopWatching: '그만 보기',
  stopWatchingTitle: (host) => `${host} 서버를 그만 볼까요?`,
  stopWatchingText: '이 서버와 타임라인을 잊습니다. 언제든 다시 볼 수 있습니다.',
  watching: (host) =>
    `${host} 서버를 둘러보고 있습니다. 로그인하면 리액션, 답글, 팔로우 알림을 받고 답할 수 있습니다.`,
  signIn: '로그인',
  watch: '로그인하지 않고 서버 둘러보기',
  watchText: '공개 타임라인이 여기에 표시됩니다. 로그인하기 전에는 알림도 답하기도 되지 않습니다.',
  watchChecking: '서버를 찾는 중…',
  guestsOnlyTitle: '아직 울릴 것이 없습니다',
};
