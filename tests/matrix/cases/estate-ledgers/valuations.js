export class Valuations {
  constructor(http) {
    this.http = http;
  }

  of(unit, date) {
    return this.http.get(`/units/${unit}/value`, { scope: "valuation", params: { date } });
  }
}
