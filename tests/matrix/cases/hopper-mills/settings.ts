interface State {
  graphHost: string;
  graphPath: string;
  retries: number;
}

class Settings {
  private state: State = {
    graphHost: window.location.hostname + ":4466",
    graphPath: "/graphql/subscriptions",
    retries: 1,
  };

  async load(file: string) {
    try {
      const response = await fetch(file);
      this.patch(await response.json());
    } catch {
      // the defaults do
    }
  }

  patch(change: Partial<State>) {
    this.state = { ...this.state, ...change };
  }

  get<K extends keyof State>(key: K): State[K] {
    return this.state[key];
  }
}

export const settings = new Settings();
