import { configuration, guideUrl } from './configuration';

const LABELS = [
  { year: 1889, title: 'Self-portrait, oil on canvas' },
  { year: 1903, title: 'Harbour at night, gouache' },
  { year: 8000, title: 'Bone flute, about 8000 BC' },
];

export async function bootDisplay(root) {
  const { hall, rotateSeconds, guide } = await configuration();
  let index = 0;
  const show = () => {
    const { title, year } = LABELS[index++ % LABELS.length];
    root.textContent = `${title} (${year})`;
  };
  show();
  setInterval(show, rotateSeconds * 1000);

  const socket = new WebSocket(guideUrl(guide, hall));
  socket.onmessage = ({ data }) => {
    const { label } = JSON.parse(data);
    index = LABELS.findIndex(({ title }) => title.startsWith(label));
    show();
  };
}
