// AngularJS-like module system of the case's own: constants, providers with config blocks, factories annotated with
// arrays of names, decorators; the stock feed's address goes through four names before a factory puts it together.
import { angularish } from './container.js';
import './app.constants.js';
import './app.services.js';

angularish.bootstrap('larder', (injector) => {
  injector.get('stockFeed').subscribe('dairy');
  injector.get('catalogue').load();
});
