// Sonar console: partial application. A generic request(method, port, path, done) is narrowed with bind() in two steps and
// also called through apply() with an array of arguments; port 0 stands for the page's own.
function request(method, port, path, done) {
  const authority = port ? window.location.hostname + ":" + port : window.location.host;
  const xhr = new XMLHttpRequest();
  xhr.open(method, window.location.protocol + "//" + authority + path, true);
  xhr.responseType = "json";
  xhr.onload = function onload() {
    done.call(this, null, xhr.response);
  };
  xhr.onerror = function onerror() {
    done.call(this, new Error(method + " " + path));
  };
  xhr.send();
  return xhr;
}

const get = request.bind(null, "GET");
const fromTransducer = get.bind(null, 7071);
const fromPage = get.bind(null, 0);

const sweep = {
  degrees: 0,
  step: 7.5,
  echoes: [],
  range: 9000,

  advance() {
    this.degrees = (this.degrees + this.step) % 360;
    return this.degrees;
  },

  take(error, echo) {
    if (error) {
      this.misses = (this.misses || 0) + 1;
      return;
    }
    this.echoes.push({ at: this.degrees, metres: Math.min(echo.metres, this.range) });
  },
};

fromPage("/charts/harbour.json", (error, chart) => {
  document.title = error ? "no chart" : chart.name;
});

fromTransducer("/sweep?from=" + sweep.advance(), sweep.take.bind(sweep));

const calibration = ["PUT", 7072, "/calibration/gain", sweep.take.bind(sweep)];
setTimeout(() => request.apply(null, calibration), 2000);
setInterval(() => {
  if (sweep.echoes.length > 48) sweep.echoes.splice(0, 48);
}, 5000);

function Plot(radius) {
  this.radius = radius;
}

Plot.prototype.point = function point({ at, metres }) {
  const angle = (at * Math.PI) / 180;
  const reach = (metres / sweep.range) * this.radius;
  return [reach * Math.sin(angle), -reach * Math.cos(angle)].map(Math.round);
};

setTimeout(() => {
  const points = sweep.echoes.map(Plot.prototype.point, new Plot(7071));
  document.body.dataset.echoes = points.join(" ") || "none";
}, 3000);
