/** Runs inside of the worker: nothing of the module's scope is there. */
export function sampler() {
  var sources = {};

  self.onmessage = function (event) {
    var command = event.data;
    if (command.type === 'stop') {
      if (sources[command.zone]) sources[command.zone].close();
      return;
    }
    var source = new EventSource(command.base + command.zone);
    source.onmessage = function (sample) {
      self.postMessage({ type: 'sample', zone: command.zone, value: Number(sample.data) });
    };
    source.onerror = function () {
      source.close();
      self.postMessage({ type: 'lost', zone: command.zone });
    };
    sources[command.zone] = source;
  };
}
