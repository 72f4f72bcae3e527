const secure = window.location.protocol === 'https:';

const build = {
  collab: { port: Number(import.meta.env.VITE_COLLAB_PORT), path: 'collab' },
  preview: { port: 0, path: 'preview' },
};

export const endpoints = Object.entries(build).reduce((all, [name, { port, path }]) => {
  const authority = port ? `${window.location.hostname}:${port}` : window.location.host;
  return { ...all, [name]: `${secure ? 'wss' : 'ws'}://${authority}/${path}` };
}, {});
