// Page and broker talk over a MessageChannel; the broker opens sockets by the messages it gets (ports 6310 and 6311).
import { createBroker } from "./broker.js";

const channel = new MessageChannel();
createBroker(channel.port1);

const ui = channel.port2;
const jobs = {};

ui.onmessage = ({ data }) => {
  if (data.type === "job") {
    jobs[data.job.id] = data.job;
    document.title = `${Object.keys(jobs).length} jobs`;
  }
};

ui.postMessage({ type: "open", queue: "labels" });
ui.postMessage({ type: "open", queue: "invoices" });
ui.postMessage({
  type: "attach",
  url: `${location.protocol === "https:" ? "wss:" : "ws:"}//${location.hostname}:6311/alerts`,
});
