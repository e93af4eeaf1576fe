import { readTemplate } from "@/lib/travel/queries/import";
import { endpoint } from "@/server/doors/http";
import { answerManifest, manifestAnswers } from "@/server/doors/manifest";

export const GET = endpoint(readTemplate, {
  respond: answerManifest,
  answers: manifestAnswers,
  summary: "An empty file of passengers to fill in",
});
