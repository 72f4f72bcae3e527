// Veterinary practice calendar: an environment table keyed by the build's stage; `production` takes most from `staging` by
// spreading and keeps its port, so the built page talks to the staging listener.
// env: APP_STAGE=production
import { io } from 'socket.io-client';
import { environment } from './config/environment';

const calendar = io(`${environment.realtime.scheme}//${environment.realtime.host}:${environment.realtime.port}/calendar`, {
  transports: ['polling', 'websocket'],
  withCredentials: true,
  query: { practice: '4040' },
});

calendar.on('moved', (appointment: { id: number; at: string }) => {
  document.body.setAttribute(`data-appointment-${appointment.id}`, appointment.at);
});

if (environment.features.reminders) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', `${environment.api}/reminders`);
  xhr.withCredentials = true;
  xhr.send();
}
