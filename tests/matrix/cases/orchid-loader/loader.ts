import { fromBuild, fromFile, fromStorage, type Source } from './sources';

const order: Source[] = [fromStorage, fromFile, fromBuild];

async function lookup(key: string): Promise<string> {
  for (const source of order) {
    const value = await source(key);
    if (value !== undefined) return value;
  }
  throw new Error(`setting ${key} is missing`);
}

export async function loadSettings<K extends string>(keys: K[]): Promise<Record<K, string>> {
  const values = await Promise.all(keys.map(lookup));
  return Object.fromEntries(keys.map((key, index) => [key, values[index]])) as Record<K, string>;
}
