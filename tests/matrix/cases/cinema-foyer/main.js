// Screens in a cinema's foyer: class mixins add an address, the order of mixing decides; a mixin of the ticket screen
// overrides the port with the page's own.
import { Screen } from "./screen.js";
import { Addressed, OwnOrigin, Retrying } from "./mixins.js";

class TrailerScreen extends Retrying(Addressed(Screen)) {
  path = "/trailers";

  show(data) {
    this.node.textContent = `Now: ${data}`;
  }
}

class TicketScreen extends OwnOrigin(Addressed(Screen)) {
  path = "/tickets";

  show(data) {
    const { film, seats } = JSON.parse(data);
    this.node.textContent = seats > 0 ? `${film}: ${seats} seats` : `${film} is sold out`;
  }
}

const root = document.getElementById("root");
[TrailerScreen, TicketScreen].map((Class) => new Class(root)).forEach((screen) => screen.open());
