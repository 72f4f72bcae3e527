// Web Components: a context element answers requests of the feeds inside it; one feed reads the harbour's desk agent on loopback.
import './elements/harbour-context.js';
import './elements/live-feed.js';

document.getElementById('root').innerHTML = `
  <harbour-context tenant="skagen">
    <live-feed source="site" path="/feeds/beacons"></live-feed>
    <live-feed source="agent" path="/feeds/foghorn" compact></live-feed>
  </harbour-context>`;
