// Media server's web client: a server address from the page, as the server's own default port; an ApiClient class
// makes both the REST URLs and, by replacing the scheme, the socket's.
import { ApiClient } from './apiClient';
import { getServerAddress } from './serverAddress';
import { SessionSocket } from './sessionSocket';

const client = new ApiClient(getServerAddress(), { appName: 'Reelhouse Web', appVersion: '10.9.11', deviceId: 'web-1' });

const shelf = document.createElement('ul');
document.getElementById('root').append(shelf);

client
  .getJSON('Items/Latest', { Limit: 24, Fields: 'PrimaryImageAspectRatio' })
  .then((items) => items.forEach((item) => shelf.append(Object.assign(document.createElement('li'), { textContent: item.Name }))))
  .catch(() => shelf.replaceChildren('Nothing to watch'));

new SessionSocket(client).on('LibraryChanged', () => location.reload()).open();
