import { NotificationPage } from "@/lib/notices/contract";
import { listMyNotifications } from "@/lib/notices/queries";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listMyNotifications, {
  output: NotificationPage,
  summary: "What you were told in the app",
});
