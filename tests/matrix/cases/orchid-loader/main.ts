// Config loader with fallbacks: sources are asked in order until each key is known; the last source is a compiled-in object.
// page:
// page: __matrix.answers["/settings.json"] = { STREAM_PORT: "7777" }
import { loadSettings } from './loader';
import { MoistureStream } from './stream';

void loadSettings(['STREAM_PORT', 'STREAM_PATH', 'POLL_SECONDS']).then((settings) => {
  new MoistureStream(settings).open();
});
