// Correct: mixins over a base class; the mixin's default port is overridden by the class that is used, with the page's own port.
// keep: the default port 9100 of the mixin is never read
import { Observable } from './mixins/Observable.js';
import { Networked } from './mixins/Networked.js';

class Widget {
  constructor(title) {
    this.title = title;
  }
}

class Berths extends Networked(Observable(Widget)) {
  get path() {
    return '/berths';
  }

  get port() {
    return window.location.port;
  }

  receive({ berth, ship }) {
    this.notify({ berth, ship: ship || 'free' });
  }
}

const berths = new Berths('Berths');
berths.observe(({ berth, ship }) => console.debug(`${berth}: ${ship}`));
berths.connect();
