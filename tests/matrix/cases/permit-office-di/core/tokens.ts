import { token } from "./container";
import type { AppSettings } from "./settings";
import type { PermitService } from "../services/permits";
import type { HubService } from "../services/hub";

export const SETTINGS = token<AppSettings>("settings");
export const HUB_ADDRESS = token<string>("hub-address");
export const PERMITS = token<PermitService>("permits");
export const HUB = token<HubService>("hub");
