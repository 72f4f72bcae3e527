import { ENDPOINTS, currentEnvironment } from './environment';

export class OrderGateway {
  constructor(private readonly base: string = ENDPOINTS[currentEnvironment()].rest) {}

  async openOrders(): Promise<unknown[]> {
    const response = await fetch(`${this.base}/orders?status=open`, { credentials: 'include' });
    if (!response.ok) throw new Error(`orders: ${response.status}`);
    return response.json();
  }
}
