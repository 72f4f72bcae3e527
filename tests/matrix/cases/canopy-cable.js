// Rails-like forest survey: ActionCable consumer given a function; the function joins a protocol-relative address, the
// host trimmed of its port by replace(), and lower-cased settings text.
import { createConsumer } from "@rails/actioncable";

const SETTINGS_TEXT = "  CABLE_PORT: 28080 ; MOUNT: /CABLE ; BATCH: 9000 ";

function readSettings(text) {
  const settings = {};
  for (const part of text.split(";")) {
    const [name, value] = part.split(":");
    settings[name.trim().toLowerCase()] = value.trim().toLowerCase();
  }
  return settings;
}

const settings = readSettings(SETTINGS_TEXT);
const bareHost = () => window.location.host.replace(/:\d+$/, "");
const cableUrl = () => "//" + bareHost() + ":" + settings.cable_port + settings.mount;

const survey = createConsumer(cableUrl);
const trees = new Map();

survey.subscriptions.create(
  { channel: "SurveyChannel", plot: "N-17" },
  {
    connected() {
      document.body.classList.remove("offline");
      this.perform("replay", { limit: Number(settings.batch) });
    },
    disconnected() {
      document.body.classList.add("offline");
    },
    received({ tree, species, diameter }) {
      trees.set(tree, { species, diameter });
      document.title = `${trees.size} trees`;
    },
  },
);

const presence = createConsumer("/presence/cable");
presence.subscriptions.create("PresenceChannel", {
  received({ rangers }) {
    document.body.dataset.rangers = String(rangers.length);
  },
});

class Outbox {
  constructor(endpoint, size = 28080) {
    this.endpoint = endpoint;
    this.size = size;
    this.records = [];
  }

  add(record) {
    this.records.push({ ...record, noted: Date.now() });
    if (JSON.stringify(this.records).length > this.size) this.flush();
  }

  async flush() {
    const sending = this.records.splice(0);
    if (!sending.length) return;
    try {
      await fetch(this.endpoint, { method: "POST", body: JSON.stringify(sending) });
    } catch {
      this.records.unshift(...sending);
    }
  }
}

const outbox = new Outbox(`${window.location.origin}/survey/records`);
outbox.add({ plot: "N-17", tree: 4411, diameter: 62.5 });
setTimeout(() => outbox.flush(), 3000);
