import { readPackagePhoto } from "@/lib/packages/queries/packages";
import { endpoint } from "@/server/doors/http";
import { answerPhoto, photoAnswers } from "@/server/doors/upload";

export const GET = endpoint(readPackagePhoto, {
  agency: "slug",
  respond: answerPhoto,
  answers: photoAnswers,
  status: 200,
  summary: "A picture of a package",
});
