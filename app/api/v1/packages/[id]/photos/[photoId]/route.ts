import { removePhoto } from "@/lib/packages/commands/photos";
import { Package } from "@/lib/packages/contract/package";
import { endpoint } from "@/server/doors/http";

export const DELETE = endpoint(removePhoto, { output: Package, summary: "Take a picture off a package" });
