import type { EntryMessages } from './en.ts';

export const entryKo: EntryMessages = {
  settingsRestored: (file) =>
    `설정 파일을 읽을 수 없어 ${file}(으)로 보관했습니다. 대신 마지막으로 정상이던 설정을 사용합니다.`,
  settingsAccountsUnread: (file) =>
    `설정 파일의 일부 계정을 읽을 수 없습니다. ${file}에는 그대로 남아 있지만 Suzu에서는 사용하지 않습니다. 파일을 고치고 Suzu를 다시 시작하거나 다시 로그인하세요.`,
  settingsFeedsUnread: (file) =>
    `설정 파일의 일부 피드를 읽을 수 없습니다. ${file}에는 그대로 남아 있지만 Suzu에서는 사용하지 않습니다. 파일을 고치고 Suzu를 다시 시작하거나 다시 만드세요.`,
  settingsUnusable: (fields, file) =>
    `설정 파일에 사용할 수 없는 값(${fields})이 있어 무시했습니다. ${file}을(를) 고치고 Suzu를 다시 시작하거나 설정에서 다시 선택하세요.`,
  autostart: {
    comment: 'Misskey를 위한 작은 방울',
    disabled: '시스템 설정에서 꺼져 있습니다. 켜려면 여기에서 다시 선택하세요.',
    missing:
      'Suzu를 시작하는 항목이 시스템에서 제거되었습니다. 되돌리려면 여기에서 다시 선택하세요.',
    'other-profile':
      '로그인할 때 다른 프로필의 Suzu가 시작됩니다. 이 프로필을 시작하려면 여기에서 선택하세요.',
    foreign: (file) =>
      `${file} 은(는) Suzu가 쓴 것이 아니거나 이후에 변경되어 그대로 둡니다. 여기에서 선택하려면 그 파일을 삭제하세요.`,
    'needs-approval':
      'macOS가 허용을 기다립니다. 시스템 설정의 일반 › 로그인 항목에서 Suzu를 허용하세요.',
    'not-writable': (file) =>
      `${file} 을(를) 변경할 수 없습니다. 폴더 권한과 디스크 여유 공간을 확인하세요.`,
    'odd-path':
      'Suzu의 경로에 로그인 항목에 쓸 수 없는 문자가 있습니다. Suzu를 다른 폴더로 옮기세요.',
    refused: '시스템이 받아들이지 않았습니다. 시스템의 로그인 항목 설정을 확인하세요.',
    demo: '데모는 로그인할 때 시작되지 않습니다.',
  },
  shortcut: {
    names: { toggleWindow: '창 표시 또는 숨기기', snooze: '알림 일시 중지' },
    malformed: (keys) =>
      `${keys} 은(는) 사용할 수 없습니다. Ctrl, Alt, Super와 함께 누르는 키나 기능 키를 고르세요.`,
    taken: (keys) => `${keys} 은(는) 다른 프로그램이나 데스크톱이 사용합니다. 다른 키를 고르세요.`,
    twice: (keys) => `${keys} 은(는) Suzu의 다른 단축키입니다. 다른 키를 고르세요.`,
    lost: (name, keys) =>
      `단축키 ${keys} (${name})이(가) 작동하지 않습니다. 다른 프로그램이 사용하고 있습니다. 설정에서 다른 키를 고르세요.`,
    wayland:
      'Wayland에서는 데스크톱이 단축키를 관리하며 한 번 물어볼 수 있습니다. 작동하지 않으면 데스크톱의 키보드 설정에서 ‘suzu --toggle’ 또는 ‘suzu --snooze=1h’를 실행하게 하세요.',
  },
  link: {
    malformed: 'Suzu 링크를 이해하지 못해 아무것도 열지 않았습니다.',
    unknownAccount: (account) =>
      `링크의 계정 ${account} 은(는) 여기에 로그인되어 있지 않습니다. 로그인한 뒤 링크를 다시 여세요.`,
  },
  exchange: {
    exportTitle: '설정 내보내기',
    importTitle: '설정 가져오기',
    fileKind: 'Suzu 설정',
    notWritten: (file) =>
      `${file} 을(를) 쓸 수 없습니다. 다른 폴더를 고르거나 디스크 여유 공간을 확인하세요.`,
    notRead: (file) => `${file} 을(를) 읽을 수 없습니다. 권한을 확인하세요.`,
    notOurs: (file) =>
      `${file} 은(는) Suzu에서 내보낸 것이 아니거나 손상되었습니다. 아무것도 변경하지 않았습니다.`,
    newer: (file) =>
      `${file} 은(는) 더 새로운 Suzu에서 내보낸 것입니다. Suzu를 업데이트한 뒤 다시 가져오세요. 아무것도 변경하지 않았습니다.`,
    wrongField: (field) =>
      `파일의 ‘${field}’에 Suzu가 사용할 수 없는 값이 있습니다. 아무것도 변경하지 않았습니다.`,
    exported: (file) => `설정을 ${file} 에 저장했습니다. 액세스 토큰은 들어 있지 않습니다.`,
    imported: '설정을 가져왔습니다.',
    importedWithout: (accounts) =>
      `설정을 가져왔습니다. 여기에 로그인되어 있지 않은 계정: ${accounts}. 타임라인까지 되돌리려면 로그인한 뒤 한 번 더 가져오세요.`,
    feedsOff: (count) =>
      `새로 추가된 피드 ${count}개는 꺼져 있습니다. ‘설정’ → ‘피드’에서 확인한 뒤 켜세요.`,
  },
};
