const parseServices = (text) =>
  new Map(
    text.split(',').map((entry) => {
      const [name, rest] = entry.split(':');
      const [port, ...base] = rest.split('/');
      return [name.trim(), { port, base: base.length ? `/${base.join('/')}` : '' }];
    }),
  );

export const env = Object.freeze({
  name: process.env.APP_NAME,
  services: parseServices(process.env.APP_SERVICES),
});
