import { readAvatar } from "@/lib/users/queries";
import { endpoint } from "@/server/doors/http";
import { answerPhoto, photoAnswers } from "@/server/doors/upload";

export const GET = endpoint(readAvatar, {
  respond: answerPhoto,
  answers: photoAnswers,
  status: 200,
  summary: "Somebody's picture",
});
