// Hospital intake on jQuery: an ajaxPrefilter rewrites "hl7:/…" pseudo-URLs into the gateway's address, so that the callers
// never see a port; other requests go as they are. Deferred values carry the gateway's number.
import $ from "jquery";

const gatewayReady = $.Deferred();

$.ajaxSetup({ timeout: 9000, dataType: "json" });

function startPrefilter(gatewayPort) {
  $.ajaxPrefilter((options) => {
    if (options.url.indexOf("hl7:/") !== 0) return;
    const { protocol, hostname } = window.location;
    const rest = options.url.slice("hl7:/".length);
    options.crossDomain = true;
    options.url = `${protocol}//${hostname}:${gatewayPort}/hl7/${rest}`;
  });
}

gatewayReady.then((gateway) => {
  startPrefilter(gateway.port);
  return gateway;
});

const Intake = {
  patients: {},

  load(ward) {
    return $.get(`/wards/${ward}/patients`).then((rows) => {
      rows.forEach((row) => {
        this.patients[row.mrn] = row;
      });
    });
  },

  observations(mrn) {
    return $.ajax({ url: `hl7:/observations/${mrn}`, headers: { "X-Facility": "2575" } });
  },

  render() {
    const items = Object.values(this.patients).map(({ name, bed }) => $("<li>").text(`${bed}: ${name}`));
    $("#root").empty().append($("<ul>").append(items));
  },
};

gatewayReady.resolve({ name: "mirth", port: 6661, ack: "AA" });

$(() => {
  Intake.load("3B").always(() => Intake.render());
  gatewayReady.done(() => {
    setTimeout(() => Intake.observations("MRN0042").fail(() => $("body").addClass("no-hl7")), 50);
  });
});

const Triage = {
  colours: ["red", "orange", "yellow", "green", "blue"],
  limits: { red: 0, orange: 10, yellow: 60, green: 120, blue: 240 },

  colour({ pulse, saturation, pain }) {
    const points = (pulse > 130) * 2 + (saturation < 90) * 2 + (pain > 7);
    return this.colours[Math.max(0, 4 - points)];
  },

  overdue(patient, now = Date.now()) {
    return now - patient.arrived > this.limits[this.colour(patient)] * 60000;
  },
};

setInterval(() => {
  const late = Object.values(Intake.patients).filter((patient) => Triage.overdue(patient));
  $("body").toggleClass("late", late.length > 0).attr("data-late", late.length);
}, 6661);
