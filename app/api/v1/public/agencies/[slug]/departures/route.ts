import { PublicList } from "@/lib/packages/contract/public";
import { listForSaleNow } from "@/lib/packages/queries/public";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listForSaleNow, {
  output: PublicList,
  agency: "slug",
  summary: "What is for sale now, with seats left, soonest first",
});
