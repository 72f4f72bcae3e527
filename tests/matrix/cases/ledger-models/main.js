// Backbone-like MVC: Model.extend with defaults and get(), a view that asks the model for its broker, STOMP over WebSocket.
import { Broker } from './broker-model.js';
import { PostingsView } from './postings-view.js';
import { Rates } from './rates-model.js';

const app = { models: {}, views: {} };
app.models.broker = new Broker({ vhost: 'ledger', path: '/stomp' });
app.models.rates = new Rates();
app.views.postings = new PostingsView({ model: app.models.broker, rates: app.models.rates });
app.views.postings.render();
