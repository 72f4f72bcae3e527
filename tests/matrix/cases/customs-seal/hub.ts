import { HubConnectionBuilder, LogLevel, type HubConnection } from '@microsoft/signalr';
import type { AddressBook } from './address-book';

export function createHub(addresses: AddressBook): HubConnection {
  return new HubConnectionBuilder()
    .withUrl(addresses.of('hub', '/hubs/seals'), { withCredentials: false })
    .withAutomaticReconnect([0, 2000, 9000])
    .configureLogging(LogLevel.None)
    .build();
}
