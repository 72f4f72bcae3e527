const PACKED = 'level=1800;port=9123;path=/rook/;increment=5;rated=1';

class Settings {
  private values: Record<string, string> = {};

  constructor(packed: string) {
    for (const pair of packed.split(';')) {
      const at = pair.indexOf('=');
      this.values[pair.slice(0, at)] = pair.slice(at + 1);
    }
  }

  text(key: string): string {
    return this.values[key];
  }

  number(key: string): number {
    return parseInt(this.values[key], 10);
  }

  flag(key: string): boolean {
    return this.values[key] === '1';
  }
}

export const settings = new Settings(PACKED);
