const KEY = "labeldesk.agent";

const DEFAULTS = { scheme: "https", host: "localhost.localdomain", ports: [9443, 9444], timeout: 700 };

export function loadSettings(storage = window.localStorage) {
  let stored = {};
  try {
    stored = JSON.parse(storage.getItem(KEY)) ?? {};
  } catch {
    storage.removeItem(KEY);
  }
  return { ...DEFAULTS, ...{ host: "127.0.0.1" }, ...stored };
}
