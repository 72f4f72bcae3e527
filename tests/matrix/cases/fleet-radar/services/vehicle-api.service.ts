export interface Vehicle {
  id: string;
  plate: string;
}

export class VehicleApiService {
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  async list(): Promise<Vehicle[]> {
    try {
      const res = await fetch(this.url('vehicles'));
      const body = await res.json();
      return Array.isArray(body) ? body : [];
    } catch {
      return [];
    }
  }

  private url(resource: string): string {
    return [this.root, resource].join('/');
  }
}
