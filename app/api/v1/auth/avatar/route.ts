import { dropAvatar, setAvatar } from "@/lib/identity/commands/avatar";
import { User } from "@/lib/identity/contract";
import { readOwnAvatar } from "@/lib/identity/queries";
import { endpoint } from "@/server/doors/http";
import { answerPhoto, photoAnswers, readPhotoUpload, uploadAsks } from "@/server/doors/upload";

export const GET = endpoint(readOwnAvatar, {
  respond: answerPhoto,
  answers: photoAnswers,
  status: 200,
  summary: "My picture",
});
export const PUT = endpoint(setAvatar, {
  output: User,
  read: readPhotoUpload,
  asks: uploadAsks,
  summary: "Set my picture",
});
export const DELETE = endpoint(dropAvatar, { output: User, summary: "Go back to my initials" });
