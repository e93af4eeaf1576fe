import { OddNoticePage } from "@/lib/payments/contract/odd";
import { listOddNotices } from "@/lib/payments/queries/odd";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listOddNotices, {
  output: OddNoticePage,
  summary: "What gateways said and your books do not know: still to be looked into, or dealt with",
});
