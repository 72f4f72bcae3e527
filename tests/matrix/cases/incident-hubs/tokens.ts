import { InjectionToken } from './di';

export const WINDOW = new InjectionToken<Window>('window');
export const HUB_BASE = new InjectionToken<string>('hub base');
