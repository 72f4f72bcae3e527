type Service = 'page' | 'strokes' | 'samples';

const doors: Record<Service, number | undefined> = { page: undefined, strokes: 8181, samples: 8182 };

const authority = (service: Service): string =>
  [window.location.hostname, doors[service] ?? window.location.port].filter((part) => part !== '').join(':');

/** address`${service}/path/${value}`: the first value is a service, every later one is encoded. */
export function address(strings: TemplateStringsArray, service: string, ...values: (string | number)[]): string {
  const [, ...rest] = strings;
  const path = rest.reduce((text, part, i) => text + part + (i < values.length ? encodeURIComponent(values[i]) : ''), '');
  return `${window.location.protocol}//${authority(service as Service)}${path}`;
}
