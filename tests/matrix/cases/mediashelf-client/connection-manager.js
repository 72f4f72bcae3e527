const Mode = { Remembered: 0, Local: 1, Same: 2 };

function* candidates(remembered) {
  if (remembered) yield { mode: Mode.Remembered, address: remembered };
  yield { mode: Mode.Local, address: `//${window.location.hostname}:8096` };
  yield { mode: Mode.Same, address: '' };
}

export class ConnectionManager {
  constructor(app) {
    this.app = app;
  }

  async probe(address) {
    const response = await fetch(`${address}/System/Info/Public`, { headers: { Accept: 'application/json' } });
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  }

  async connect() {
    const remembered = window.localStorage.getItem('mediashelf.server');
    for (const { mode, address } of candidates(remembered)) {
      try {
        const info = await this.probe(address);
        return { mode, address, info };
      } catch (error) {
        console.debug('mediashelf: no server at', address || 'the page', error.message);
      }
    }
    return { mode: Mode.Same, address: window.location.origin, info: { Id: 'unknown' } };
  }
}
