const applications = [];

export function registerApplication(application) {
  applications.push({ ...application, status: 'NOT_LOADED' });
}

export async function start() {
  const active = applications.filter(({ activeWhen }) => activeWhen(window.location));
  for (const application of active) {
    const { bootstrap, mount } = await application.app();
    const { customProps, name } = application;
    const props = typeof customProps === 'function' ? customProps(name, window.location) : customProps;
    const container = document.createElement('div');
    container.id = `single-spa-application:${name}`;
    document.body.append(container);
    await bootstrap({ name, ...props });
    await mount({ name, domElement: container, ...props });
    application.status = 'MOUNTED';
  }
}
