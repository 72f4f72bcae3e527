const FLAGS = { "live-updates": true, "beta-presence": false };
const overrides = () => window.flags || {};

export const isEnabled = (name) => Boolean(overrides()[name] ?? FLAGS[name]);
export const variant = (name, otherwise) => overrides()[name] || otherwise;
