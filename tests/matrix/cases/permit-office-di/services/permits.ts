export interface Permit {
  id: string;
  status: "filed" | "review" | "granted" | "denied";
}

export class PermitService {
  private readonly permits = new Map<string, Permit>();

  constructor(private readonly root: string) {}

  get count(): number {
    return this.permits.size;
  }

  apply(permit: Permit): void {
    this.permits.set(permit.id, permit);
  }

  async refresh(): Promise<void> {
    const response = await fetch(`${this.root}/permits?open=true`, { headers: { Accept: "application/json" } });
    for (const permit of (await response.json()) as Permit[]) this.apply(permit);
  }
}
