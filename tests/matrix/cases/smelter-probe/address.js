export const pipe = (...steps) => (value) => steps.reduce((current, step) => step(current), value);

export const withScheme = (family) => (address) => ({
  ...address,
  scheme: location.protocol === "https:" ? `${family}s` : family,
});

export const withHost = (host) => (address) => {
  const [name] = host.split(":");
  return { ...address, name };
};

export const withPort = (port) => (address) => (port ? { ...address, port } : address);

export const withPath = (path) => (address) => ({ ...address, path: address.path ? `${address.path}/${path}` : path });

export function toUrl({ scheme, name, port, path }) {
  return `${scheme}://${port ? [name, port].join(":") : name}/?area=${path}`;
}
