import type { EntryMessages } from './en.ts';

export const entryKo: EntryMessages = {
  question: {
    title: '로그인할 때 Suzu를 시작할까요?',
    text: '트레이에서 기다리다 알려 주므로 놓치는 것이 없습니다. 설정에서 언제든 바꿀 수 있습니다.',
    answers: { tray: '트레이에서', window: '창과 함께', off: '아니요' },
    done: {
      tray: '로그인할 때 트레이에서 시작합니다.',
      window: '로그인할 때 창과 함께 시작합니다.',
      off: '자동으로 시작하지 않습니다.',
    },
  },
  startUp: {
    page: '시작',
    login: '로그인할 때',
    start: 'Suzu 시작',
    choices: { off: '안 함', tray: '트레이에서', window: '창과 함께' },
    keywords: '자동 시작 로그인 부팅 트레이',
    file: '설정을 파일로',
    fileHint:
      '규칙, 모양, 단축키, 고정한 타임라인을 다른 컴퓨터로 옮깁니다. 액세스 토큰은 들어가지 않습니다.',
    transfer: '내보내기와 가져오기',
    export: '내보내기…',
    import: '가져오기…',
    fileKeywords: '백업 복원 내보내기 가져오기',
  },
  shortcuts: {
    page: '단축키',
    anywhere: '이 컴퓨터 어디서나',
    anywhereHint: '어떤 프로그램을 쓰고 있어도 작동합니다.',
    names: { toggleWindow: '창 표시 또는 숨기기', snooze: '알림 일시 중지' },
    hints: { toggleWindow: '', snooze: '1시간 동안. 다시 누르면 재개합니다.' },
    keywords: '전역 핫키 키보드 키 조합 스누즈',
    none: '없음',
    record: (name) => `단축키 기록: ${name}`,
    recording: '키를 누르세요… Esc로 취소',
    clear: (name) => `단축키 제거: ${name}`,
    unusable: 'Ctrl, Alt, Super와 함께 누르는 키나 기능 키를 고르세요.',
    set: (name, keys) => `${name}: ${keys}`,
    here: '이 창에서',
    list: '목록의 키',
    show: '보기',
    listKeywords: '키 도움말 목록 키보드',
  },
};
