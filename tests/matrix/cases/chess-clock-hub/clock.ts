import type { Control } from './constants';

type Side = 'white' | 'black';

export class Clock {
  private readonly left: Record<Side, number>;
  private last = 0;
  private notes: string[] = [];

  constructor(private readonly control: Control) {
    this.left = { white: control.base, black: control.base };
  }

  press(side: Side, at: number): void {
    this.left[side] += this.control.increment - (this.last ? at - this.last : 0);
    this.last = at;
  }

  annotate(note: string): void {
    this.notes = [...this.notes, note].slice(-5);
  }

  toString(): string {
    const text = (ms: number) => new Date(ms).toISOString().slice(14, 19);
    return `${text(this.left.white)} | ${text(this.left.black)}`;
  }
}
