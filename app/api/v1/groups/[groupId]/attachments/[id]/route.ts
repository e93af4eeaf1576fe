import { readPhoto } from "@/lib/chat/queries";
import { endpoint } from "@/server/doors/http";
import { answerPhoto, photoAnswers } from "@/server/doors/upload";

export const GET = endpoint(readPhoto, {
  respond: answerPhoto,
  answers: photoAnswers,
  status: 200,
  summary: "The picture of a message, small or in full",
});
