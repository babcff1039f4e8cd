import type { RuleMessages } from './en.ts';

export const rulesKo: RuleMessages = {
  titleHeld: {
    paused: (count) => `일시 중지 중 알림 ${count}개`,
    'quiet-hours': (count) => `조용한 시간 중 알림 ${count}개`,
    'do-not-disturb': (count) => `방해 금지 중 알림 ${count}개`,
    'full-screen': (count) => `전체 화면 중 알림 ${count}개`,
    several: (count) => `보류된 알림 ${count}개`,
  },
  reason: {
    digest: '요약 알림에 포함됨',
    'same-note': '같은 노트의 알림과 함께 울림',
    'same-group': '같은 그룹의 알림과 함께 울림',
    burst: '짧은 시간에 많이 와서 요약 알림에 포함됨',
    'type-silent': '이 종류의 설정에 따라 소리 없이 표시됨',
    'low-urgency': '중요도가 낮아 소리 없이 표시됨',
    'own-act': '직접 한 일이라 울리지 않음',
    silent: '울리지 않도록 보낸 공지사항',
    'type-off': '이 종류의 설정에 따라 기록만 됨',
    'muted-user': '뮤트한 사람이라 울리지 않음',
    'muted-word': '뮤트한 단어가 있어 울리지 않음',
    'not-followed': '팔로우하지 않는 사람이라 울리지 않음',
    'too-old': '하루가 넘은 알림이라 울리지 않음',
    paused: '알림이 일시 중지되어 보류됨',
    'quiet-hours': '조용한 시간이라 보류됨',
    'do-not-disturb': '데스크톱이 방해 금지 상태여서 보류됨',
    'full-screen': '전체 화면 프로그램이 실행 중이어서 보류됨',
    focused: 'Suzu 창을 보고 있어서 울리지 않음',
    failed: '데스크톱에 표시되지 않음',
  },
};
