export const pipeline =
  (...steps) =>
  ({ href }) => {
    const url = steps.reduce((current, step) => step(current), new URL(href));
    url.search = "";
    return url.toString();
  };

export const scheme = (kind) => (url) => {
  const secure = url.protocol === "https:";
  return new URL(url.href.replace(/^https?/, secure ? `${kind}s` : kind));
};

export const port = (number) => (url) => Object.assign(url, { port: number });

export const path = (pathname) => (url) => new URL(pathname, url);
