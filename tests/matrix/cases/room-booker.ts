// Correct: rxjs webSocket on a URL object made from the page's; old ports only select an error text.
// keep: the ports are keys of a table of messages
import { catchError, EMPTY, filter, map, retry, timer } from 'rxjs';
import { webSocket } from 'rxjs/webSocket';

interface Booking {
  room: string;
  from: string;
  until: string;
}

type Message = { type: 'booked' | 'freed'; booking: Booking };

const RETIRED_PORTS: Record<string, string> = {
  '3000': 'The preview on port 3000 was switched off.',
  '8080': 'http://rooms.local:8080 has moved, please use the new address.',
  '9000': 'The push server is part of the main site now.',
};

function pushUrl(page: Location): string {
  const url = new URL('/push/rooms', page.href);
  url.protocol = url.protocol.replace('http', 'ws');
  url.searchParams.set('floor', '3');
  return url.toString();
}

function warnAboutOldAddress(page: Location): void {
  const text = RETIRED_PORTS[page.port];
  if (text) console.warn(text, `(you are on ${page.hostname}:${page.port})`);
}

warnAboutOldAddress(window.location);

const bookings = new Map<string, Booking>();

webSocket<Message>({ url: pushUrl(window.location), protocol: 'rooms.v1' })
  .pipe(
    retry({ count: 3, delay: (_error, n) => timer(n * 3000) }),
    filter((message) => message.type === 'booked'),
    map((message) => message.booking),
    catchError(() => EMPTY),
  )
  .subscribe((booking) => bookings.set(booking.room, booking));
