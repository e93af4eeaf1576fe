"use server";

import { exportDepartures } from "@/lib/packages/queries/departures";
import { freezeManifest } from "@/lib/travel/commands/manifest";
import { markReady } from "@/lib/travel/commands/marks";
import { moveRoom, moveSeat, suggestBeds, suggestPlaces, undoRooms, undoSeats } from "@/lib/travel/commands/places";
import { setBuses, setRooms } from "@/lib/travel/commands/units";
import { action } from "@/server/doors/action";

export const exportAll = action(exportDepartures);
export const mark = action(markReady);
export const freeze = action(freezeManifest);
export const setRoomList = action(setRooms);
export const setBusList = action(setBuses);
export const putIntoRoom = action(moveRoom);
export const putOnSeat = action(moveSeat);
export const suggestForCity = action(suggestBeds);
export const suggestForBuses = action(suggestPlaces);
export const undoCity = action(undoRooms);
export const undoBuses = action(undoSeats);
