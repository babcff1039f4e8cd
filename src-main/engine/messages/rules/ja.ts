import type { RuleMessages } from './en.ts';

export const rulesJa: RuleMessages = {
  titleHeld: {
    paused: (count) => `一時停止中の通知 ${count}件`,
    'quiet-hours': (count) => `静かにする時間帯の通知 ${count}件`,
    'do-not-disturb': (count) => `おやすみモード中の通知 ${count}件`,
    'full-screen': (count) => `全画面表示中の通知 ${count}件`,
    several: (count) => `保留していた通知 ${count}件`,
  },
  reason: {
    digest: 'まとめて通知しました',
    'same-note': '同じノートの通知とまとめて鳴らしました',
    'same-group': '同じグループの通知とまとめて鳴らしました',
    burst: '短時間に多く届いたためまとめて通知しました',
    'type-silent': 'この種類の設定により音なしで表示しました',
    'low-urgency': '緊急度が低いため音なしで表示しました',
    'own-act': 'ご自身の操作のため鳴らしていません',
    silent: '鳴らさない指定のお知らせです',
    'type-off': 'この種類の設定により記録だけしました',
    'muted-user': 'ミュートした人のため鳴らしていません',
    'muted-word': 'ミュートした言葉を含むため鳴らしていません',
    'not-followed': 'フォローしていない人のため鳴らしていません',
    'too-old': '1日以上前の通知のため鳴らしていません',
    paused: '通知の一時停止中のため保留しました',
    'quiet-hours': '静かにする時間帯のため保留しました',
    'do-not-disturb': 'デスクトップのおやすみモード中のため保留しました',
    'full-screen': '全画面表示中のため保留しました',
    focused: 'Suzuの画面を開いていたため鳴らしていません',
    failed: 'デスクトップに表示できませんでした',
  },
};
