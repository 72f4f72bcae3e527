// keep: fish market; a base class has a default port of its own, every subclass in use overrides it with the page's, or the
// instance's `authority` is replaced before it opens; a list of addresses is filtered to those of the page.
import { Auction } from './src/auction';
import { Scales } from './src/scales';
import { candidates } from './src/candidates';

const auction = new Auction();
const scales = new Scales();

auction.open();
scales.authority = window.location.host;
scales.open();

candidates()
  .filter((url) => url.origin === window.location.origin)
  .forEach((url) => fetch(url).catch(() => undefined));
