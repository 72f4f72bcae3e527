import { create } from "./create";
import { connectionSlice } from "./connection-slice";
import { venueSlice } from "./venue-slice";
import type { ConnectionSlice } from "./connection-slice";
import type { VenueSlice } from "./venue-slice";

export type DeskState = ConnectionSlice & VenueSlice;

export const useDesk = create<DeskState>((set, get) => ({
  ...venueSlice(set, get),
  ...connectionSlice(set, get),
}));
