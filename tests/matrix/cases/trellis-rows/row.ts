import type { Endpoint } from "./endpoints";

interface Reading {
  depth: number;
  moisture: number;
}

export class Row {
  private readings: Reading[] = [];

  constructor(
    readonly number: number,
    private readonly endpoint: Endpoint,
  ) {}

  listen() {
    this.endpoint.socket(`/rows/${this.number}`).addEventListener("message", ({ data }) => {
      this.readings = [...this.readings.slice(-99), JSON.parse(data)];
    });
  }

  get dry() {
    return this.readings.filter((reading) => reading.depth > 30 && reading.moisture < 0.2).length > 5;
  }
}
