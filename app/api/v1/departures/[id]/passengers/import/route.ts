import { uploadPassengers } from "@/lib/travel/commands/import";
import { PassengerImport } from "@/lib/travel/contract/import";
import { endpoint } from "@/server/doors/http";
import { sheetAsks } from "@/server/doors/manifest";
import { readPhotoUpload } from "@/server/doors/upload";

export const POST = endpoint(uploadPassengers, {
  output: PassengerImport,
  status: 201,
  read: readPhotoUpload,
  asks: sheetAsks,
  summary: "Look through a file of passengers; nothing is booked yet",
});
