// keep: clients of public services on ports of their own, by class, table and helper.
const REGIONS = { eu: "eu.stream.vendor.example:8443", us: "us.stream.vendor.example:9443" };

class MarketData {
  constructor(region = "eu") {
    this.host = REGIONS[region] ?? REGIONS.us;
  }

  connect(symbols) {
    const url = new URL(`wss://${this.host}/stream`);
    url.searchParams.set("symbols", symbols.join(","));
    return new WebSocket(url);
  }
}

new MarketData().connect(["a", "b"]);
new MarketData("us").connect(["c"]);
fetch("https://api.vendor.example:8443/v2/items?port=9000").catch(() => {});
