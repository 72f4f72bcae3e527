// Museum wall, an older code base with subscriptions-transport-ws: the URL is a `let` that branches and += build up, inside
// an async function whose promise's value reaches the client two callers later. A fetch keeps to the page.
import { SubscriptionClient } from "subscriptions-transport-ws";

const MODE = { museum: 1, touring: 2 };

async function describeSite() {
  const stored = localStorage.getItem("tapestry.mode");
  return { mode: stored === "touring" ? MODE.touring : MODE.museum, wall: 12, lux: 50 };
}

async function subscriptionUrl() {
  const site = await describeSite();
  let url = "ws";
  if (window.location.protocol === "https:") url += "s";
  url += "://" + window.location.hostname;
  if (site.mode === MODE.museum) {
    url += ":5021";
  } else if (window.location.port) {
    url += ":" + window.location.port;
  }
  url += "/graphql/live";
  url += "?wall=" + site.wall;
  return url;
}

class Wall {
  constructor(client) {
    this.client = client;
    this.subscriptions = [];
  }

  static async hang() {
    const url = await subscriptionUrl();
    return new Wall(new SubscriptionClient(url, { reconnect: false, timeout: 30000, minTimeout: 9000 }));
  }

  watch(query, variables, next) {
    const operation = this.client.request({ query, variables });
    this.subscriptions.push(operation.subscribe({ next, error: () => this.dim() }));
    return this;
  }

  dim() {
    document.body.style.opacity = "0.4";
  }

  take() {
    this.subscriptions.splice(0).forEach(({ unsubscribe }) => unsubscribe());
    this.client.close();
  }
}

Wall.hang().then((wall) => {
  wall.watch("subscription Light($max: Int!) { light(max: $max) { lux } }", { max: 50 }, ({ data }) => {
    if (data.light.lux > 50) wall.dim();
  });
  window.addEventListener("beforeunload", () => wall.take());
});

fetch("/labels/wall-12.json?limit=5021")
  .then((response) => response.json())
  .then((labels) => labels.forEach(({ title }) => document.body.append(title)))
  .catch(() => document.body.classList.add("no-labels"));
