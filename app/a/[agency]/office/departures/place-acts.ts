"use server";

import type { UnitsChange } from "@/components/travel/add-units";
import {
  putIntoRoom,
  putOnSeat,
  setBusList,
  setRoomList,
  suggestForBuses,
  suggestForCity,
  undoBuses,
  undoCity,
} from "./actions";

type City = "makkah" | "madinah";
type Move = { pilgrimId: string; unitId: string | null; number?: number; reason: string };

export const moveBed = async (agency: string, id: string, city: City, move: Move) =>
  putIntoRoom(agency, { id, city, ...move });
export const moveToSeat = async (agency: string, id: string, move: Move) => putOnSeat(agency, { id, ...move });
export const suggestCity = async (agency: string, id: string, city: City) => suggestForCity(agency, { id, city });
export const suggestBuses = async (agency: string, id: string) => suggestForBuses(agency, { id });
export const undoInCity = async (agency: string, id: string, city: City) => undoCity(agency, { id, city });
export const undoOnBuses = async (agency: string, id: string) => undoBuses(agency, { id });
export const setRoomsOf = async (agency: string, id: string, { added, drop }: UnitsChange) =>
  setRoomList(agency, {
    id,
    drop,
    rooms: added.map(({ leg, places: beds, roomType, ...room }) => ({
      ...room,
      city: leg as City,
      beds,
      roomType: roomType ?? "quad",
    })),
  });
export const setBusesOf = async (agency: string, id: string, { added, drop }: UnitsChange) =>
  setBusList(agency, { id, drop, buses: added.map(({ name, places: seats }) => ({ name, seats })) });
