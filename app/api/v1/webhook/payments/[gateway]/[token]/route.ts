import { takeNotice } from "@/lib/payments/commands/notice";
import { Noticed } from "@/lib/payments/contract/gateway";
import { noticeAsks, readNotice } from "@/server/doors/gateway";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(takeNotice, {
  agency: "gateway",
  counting: "never",
  anonymous: true,
  output: Noticed,
  read: readNotice,
  asks: noticeAsks,
  summary: "A payment gateway says what became of a payment",
});
