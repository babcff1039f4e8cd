import { between, type Random } from '../random.ts';

/** What a plant's sensor tells. */
export interface DemoReading {
  /** The MQTT topic. */
  readonly topic: string;
  readonly name: string;
  /** Of the soil, in percent. */
  readonly moisture: number;
  /** °C. */
  readonly temperature: number;
}

interface Plant {
  readonly topic: string;
  readonly name: string;
  moisture: number;
}

/** Below this somebody waters it before its next reading. */
export const thirstyBelow = 25;

/** The plants of the shop, one after the other: they dry out, and are watered once they have said so. */
export function createPlants(random: Random): () => DemoReading {
  const plants: readonly Plant[] = [
    { topic: 'home/plants/basil', name: 'バジル', moisture: 41 },
    { topic: 'home/plants/pothos', name: 'ポトス', moisture: 33 },
    { topic: 'home/plants/monstera', name: 'モンステラ', moisture: 68 },
  ];
  let told = 0;
  return () => {
    const plant = plants[told % plants.length];
    told += 1;
    if (plant === undefined) throw new Error('There are no plants.');
    const { topic, name } = plant;
    plant.moisture =
      plant.moisture < thirstyBelow
        ? between(random, 60, 75)
        : plant.moisture - between(random, 9, 15);
    return { topic, name, moisture: plant.moisture, temperature: between(random, 190, 230) / 10 };
  };
}
