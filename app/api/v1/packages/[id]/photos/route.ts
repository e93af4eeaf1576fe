import { addPhoto } from "@/lib/packages/commands/photos";
import { Package } from "@/lib/packages/contract/package";
import { endpoint } from "@/server/doors/http";
import { readPhotoUpload, uploadAsks } from "@/server/doors/upload";

export const POST = endpoint(addPhoto, {
  output: Package,
  status: 201,
  read: readPhotoUpload,
  asks: uploadAsks,
  summary: "Add a picture to a package",
});
