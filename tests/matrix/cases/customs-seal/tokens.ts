import type { HubConnection } from '@microsoft/signalr';
import type { AddressBook, Ports } from './address-book';
import type { SealService } from './seal-service';
import { Token } from './container';

export const PORTS = new Token<Ports>('ports');
export const CLOCK = new Token<() => Date>('clock');
export const ADDRESS = new Token<AddressBook>('address book');
export const HUB = new Token<HubConnection>('hub');
export const SEALS = new Token<SealService>('seals');
