interface TurnstileOptions {
  scheme: 'ws' | 'wss';
  authority: string;
  followsPage: 'ws:' | 'wss:';
}

function fromDataset(element: HTMLElement | null): Partial<TurnstileOptions> {
  if (!element || !element.dataset.scheme) return {};
  return { scheme: element.dataset.scheme as 'ws' | 'wss' };
}

export const options: TurnstileOptions = Object.assign(
  {
    scheme: 'ws',
    authority: window.location.host,
    followsPage: window.location.protocol === 'https:' ? 'wss:' : 'ws:',
  } as TurnstileOptions,
  fromDataset(document.getElementById('turnstile')),
);
