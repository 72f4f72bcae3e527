class Services {
  private readonly root: string;

  constructor() {
    if (process.env.NODE_ENV === 'development') {
      this.root = 'https://localhost:7243';
    } else {
      this.root = window.location.origin;
    }
  }

  hubUrl(name: string): string {
    return new URL(`/hubs/${name}`, this.root).href;
  }

  apiUrl(path: string): string {
    return new URL(`/api/${path}`, this.root).href;
  }
}

export const services = new Services();
