export interface Stroke {
  instrument: string;
  velocity: number;
}

export function createMixer(element: HTMLElement) {
  const levels = new Map<string, number>();
  const title = element.appendChild(document.createElement('h1'));
  return {
    strike(event: string, { instrument, velocity }: Stroke) {
      levels.set(`${event}:${instrument}`, Math.min(1, velocity / 127));
    },
    label(text: string) {
      title.textContent = text;
    },
    mute() {
      levels.clear();
      element.classList.add('muted');
    },
  };
}
