import { environment } from '../environments/environment';
import { BaseHub } from './baseHub';

export class StockHub extends BaseHub {
  constructor(onQuantity: (sku: string, quantity: number) => void) {
    super(`${environment.apiUrl}/hubs/stock`);
    this.connection.on('QuantityChanged', onQuantity);
  }
}
