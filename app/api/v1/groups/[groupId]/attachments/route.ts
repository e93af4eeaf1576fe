import { uploadPhoto } from "@/lib/chat/commands/photos";
import { PhotoTaken } from "@/lib/chat/contract";
import { endpoint } from "@/server/doors/http";
import { readPhotoUpload, uploadAsks } from "@/server/doors/upload";

export const POST = endpoint(uploadPhoto, {
  output: PhotoTaken,
  status: 201,
  read: readPhotoUpload,
  asks: uploadAsks,
  summary: "Upload a picture for a message",
});
