export class Entities {
  constructor(connection) {
    this.connection = connection;
    this.states = {};
  }

  subscribe() {
    this.connection.subscribe({ type: 'subscribe_events', event_type: 'state_changed' }, ({ event }) => {
      this.states[event.data.entity_id] = event.data.new_state;
    });
  }

  /** Cameras are proxied by whatever serves this page. */
  showCamera(id) {
    const stream = new EventSource(`/api/camera_proxy_stream/${id}?interval=8123`);
    stream.onmessage = (event) => {
      this.states[id] = { state: 'streaming', still: event.data };
    };
    stream.onerror = () => stream.close();
  }
}
