import { readLogo } from "@/lib/agencies/queries/agency";
import { endpoint } from "@/server/doors/http";
import { answerPhoto, photoAnswers } from "@/server/doors/upload";

export const GET = endpoint(readLogo, {
  anonymous: true,
  respond: answerPhoto,
  answers: photoAnswers,
  status: 200,
  summary: "An agency's picture",
});
