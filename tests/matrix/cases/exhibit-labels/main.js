// Museum display: waits for the configuration that the house's server gives, then opens the guide's socket on the
// host and port that it names; without them everything stays with the page's own origin.
// page: __matrix.answers["/display/config.json"] = { hall: "B2", guide: { host: "guide.runtime.example", port: 7777 } }
// page: __matrix.answers["/display/config.json"] = { hall: "B2" }
// keep: run-time configuration, or the page's own origin
import { bootDisplay } from './display';

bootDisplay(document.getElementById('root'));
