import { environment } from '../environments/environment';
import { BaseHub } from './baseHub';

export class AlertsHub extends BaseHub {
  constructor(onAlert: (text: string) => void) {
    super(environment.alertsUrl);
    this.connection.on('Alert', onAlert);
  }
}
