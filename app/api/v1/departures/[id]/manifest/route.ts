import { freezeManifest, readManifest } from "@/lib/travel/commands/manifest";
import { Manifest } from "@/lib/travel/contract/manifest";
import { endpoint } from "@/server/doors/http";
import { answerManifest, manifestAnswers } from "@/server/doors/manifest";

export const GET = endpoint(readManifest, {
  output: Manifest,
  respond: answerManifest,
  answers: manifestAnswers,
  secret: true,
  summary: "The manifest as JSON, CSV or XLSX; the look is recorded",
});
export const POST = endpoint(freezeManifest, {
  output: Manifest,
  status: 201,
  secret: true,
  summary: "Freeze the manifest in a new version",
});
