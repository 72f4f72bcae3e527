export class TicketView {
  constructor(realtime, name) {
    this.realtime = realtime;
    this.name = name;
  }

  async mount(el) {
    this.el = el;
    this.realtime.watchTicket(this.name);
    this.realtime.socket.on('doc_update', ({ name }) => name === this.name && this.refresh());
    await this.refresh();
  }

  async refresh() {
    const url = `/api/resource/HD%20Ticket/${encodeURIComponent(this.name)}`;
    try {
      const { data } = await (await fetch(url)).json();
      this.el.textContent = `${data.subject} (${data.status})`;
    } catch {
      this.el.textContent = 'This ticket could not be loaded.';
    }
  }
}
