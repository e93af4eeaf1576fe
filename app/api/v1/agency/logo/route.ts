import { dropLogo, setLogo } from "@/lib/agencies/commands/logo";
import { Agency } from "@/lib/agencies/contract/agency";
import { endpoint } from "@/server/doors/http";
import { readPhotoUpload, uploadAsks } from "@/server/doors/upload";

export const PUT = endpoint(setLogo, {
  output: Agency,
  read: readPhotoUpload,
  asks: uploadAsks,
  summary: "Set your agency's picture",
});
export const DELETE = endpoint(dropLogo, { output: Agency, summary: "Go back to your agency's initials" });
