let opened = 0;

export function bootstrap() {
  opened = Date.now();
}

export function mount(slot, api) {
  const form = document.createElement('form');
  form.append(document.createElement('input'));
  slot.append(form);
  const socket = api.open();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    socket.send(JSON.stringify({ text: form.elements[0].value, after: Date.now() - opened }));
  });
}
