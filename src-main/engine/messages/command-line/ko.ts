import type { CommandLineMessages } from './en.ts';

/** What the command line says. */
export const commandLineKo: CommandLineMessages = {
  usage: [
    '사용법: suzu [옵션] [suzu:// 링크]',
    '',
    '  --hidden                 창 없이 트레이에서 시작',
    '  --user-data-dir=DIR      별도의 프로필 사용',
    '  --account=https://HOST --token-file=FILE',
    '                           계정을 추가하거나 교체 (http는 이 컴퓨터만)',
    '  --safe-mode              그래픽 가속과 개인 설정 없이 시작',
    '  --demo                   내장 데모 서버로 실행',
    '  --trace                  일어나는 일을 한 줄에 하나의 JSON으로 표준 출력에 기록',
    '  --help, --version        이 설명 또는 버전 표시',
    '',
    '실행 중인 Suzu에:',
    '',
    '  --toggle                 창을 표시하거나 숨김',
    '  --snooze=30m|1h|2h30m|tomorrow|off',
    '                           알림을 일시 중지하거나 다시 시작',
    '  --mark-read              모두 읽음으로 표시',
    '  --quit                   종료',
  ].join('\n'),
  unknownOption: (option) => `${option} 은(는) Suzu의 옵션이 아닙니다. --help 를 보세요.`,
  missingValue: (option) => `${option} 에는 값이 필요합니다 (${option}=…).`,
  badAccount: (value) =>
    `--account=${value} 은(는) 서버 주소가 아닙니다. https://example.social 처럼 쓰세요 (http는 이 컴퓨터만).`,
  accountWithoutTokenFile: '--account 에는 --token-file=FILE (액세스 토큰 파일)이 필요합니다.',
  tokenFileWithoutAccount: '--token-file 에는 --account=https://HOST (해당 서버)가 필요합니다.',
  tokenFileMissing: (file) => `토큰 파일 ${file} 이(가) 없습니다.`,
  tokenFileUnreadable: (file) => `토큰 파일 ${file} 을(를) 읽을 수 없습니다. 권한을 확인하세요.`,
  tokenFileNoToken: (file) => `토큰 파일 ${file} 에 한 줄로 된 액세스 토큰이 없습니다.`,
  tokenFileExposed: (file) =>
    `다른 사용자가 토큰 파일 ${file} 을(를) 읽을 수 있습니다. 다음과 같이 보호하세요: chmod 600 ${file}`,
  alreadyRunning: 'Suzu가 이미 실행 중입니다.',
  badSnooze: (value) =>
    `--snooze=${value} 은(는) 시간이 아닙니다. 30m, 1h, 2h30m (7일까지), tomorrow 또는 off 처럼 쓰세요.`,
  badLink: (link) => `${link} 은(는) Suzu가 이해하는 링크가 아닙니다. 문서의 ‘Links’를 보세요.`,
  notRunning: 'Suzu가 실행 중이 아닙니다.',
  profileNotWritable: (folder) =>
    `프로필 ${folder} 에 쓸 수 없어 Suzu를 시작할 수 없습니다. 폴더 권한과 디스크를 확인하세요.`,
};
