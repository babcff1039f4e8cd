/** What a sensor of the house saw. */
export interface DemoSighting {
  readonly sensor: 'doorbell' | 'door' | 'motion' | 'letterbox';
  readonly place: string;
  readonly text: string;
}

const sightings: readonly DemoSighting[] = [
  { sensor: 'motion', place: '店先', text: '動きがあります。' },
  { sensor: 'doorbell', place: '店先', text: 'ベルが鳴りました。' },
  { sensor: 'letterbox', place: '裏口', text: '郵便が届きました。' },
  { sensor: 'motion', place: '防波堤側', text: 'たぶん、かもめです。' },
  { sensor: 'doorbell', place: '裏口', text: 'ベルが鳴りました。パン屋さんかもしれません。' },
  { sensor: 'door', place: '書庫', text: '扉が開いたままです。' },
];

/** The account's house, over and over. */
export function createHouse(): () => DemoSighting {
  let told = 0;
  return () => {
    const sighting = sightings[told % sightings.length];
    told += 1;
    if (sighting === undefined) throw new Error('The house has no sensors.');
    return sighting;
  };
}
