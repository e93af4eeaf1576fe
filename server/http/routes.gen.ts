// Made by `npm run gen` from the folders below app/api. Do not edit.
import type { Endpoint } from "../doors/http";
import * as r0 from "@/app/api/v1/admin/agencies/[id]/access/route";
import * as r1 from "@/app/api/v1/admin/agencies/[id]/approve/route";
import * as r2 from "@/app/api/v1/admin/agencies/[id]/ask/route";
import * as r3 from "@/app/api/v1/admin/agencies/[id]/caches/clear/route";
import * as r4 from "@/app/api/v1/admin/agencies/[id]/reactivate/route";
import * as r5 from "@/app/api/v1/admin/agencies/[id]/reject/route";
import * as r6 from "@/app/api/v1/admin/agencies/[id]/route";
import * as r7 from "@/app/api/v1/admin/agencies/[id]/suspend/route";
import * as r8 from "@/app/api/v1/admin/agencies/[id]/trial/route";
import * as r9 from "@/app/api/v1/admin/agencies/route";
import * as r10 from "@/app/api/v1/admin/statistics/route";
import * as r11 from "@/app/api/v1/agencies/route";
import * as r12 from "@/app/api/v1/agency/accesses/route";
import * as r13 from "@/app/api/v1/agency/route";
import * as r14 from "@/app/api/v1/auth/change-password/route";
import * as r15 from "@/app/api/v1/auth/code/route";
import * as r16 from "@/app/api/v1/auth/code/verify/route";
import * as r17 from "@/app/api/v1/auth/forgot-password/route";
import * as r18 from "@/app/api/v1/auth/login/route";
import * as r19 from "@/app/api/v1/auth/logout-everywhere/route";
import * as r20 from "@/app/api/v1/auth/logout/route";
import * as r21 from "@/app/api/v1/auth/profile/route";
import * as r22 from "@/app/api/v1/auth/refresh/route";
import * as r23 from "@/app/api/v1/auth/register/route";
import * as r24 from "@/app/api/v1/auth/reset-password/route";
import * as r25 from "@/app/api/v1/auth/sessions/[id]/route";
import * as r26 from "@/app/api/v1/auth/sessions/route";
import * as r27 from "@/app/api/v1/branches/route";
import * as r28 from "@/app/api/v1/chats/route";
import * as r29 from "@/app/api/v1/groups/[groupId]/attachments/[id]/route";
import * as r30 from "@/app/api/v1/groups/[groupId]/attachments/route";
import * as r31 from "@/app/api/v1/groups/[groupId]/chat/looks/route";
import * as r32 from "@/app/api/v1/groups/[groupId]/chat/route";
import * as r33 from "@/app/api/v1/groups/[groupId]/code/rotate/route";
import * as r34 from "@/app/api/v1/groups/[groupId]/join-requests/[userId]/approve/route";
import * as r35 from "@/app/api/v1/groups/[groupId]/join-requests/[userId]/reject/route";
import * as r36 from "@/app/api/v1/groups/[groupId]/join-requests/route";
import * as r37 from "@/app/api/v1/groups/[groupId]/looks/route";
import * as r38 from "@/app/api/v1/groups/[groupId]/members/[userId]/positions/route";
import * as r39 from "@/app/api/v1/groups/[groupId]/members/[userId]/route";
import * as r40 from "@/app/api/v1/groups/[groupId]/members/route";
import * as r41 from "@/app/api/v1/groups/[groupId]/messages/[id]/readers/route";
import * as r42 from "@/app/api/v1/groups/[groupId]/messages/route";
import * as r43 from "@/app/api/v1/groups/[groupId]/positions/route";
import * as r44 from "@/app/api/v1/groups/[groupId]/read/route";
import * as r45 from "@/app/api/v1/groups/[groupId]/route";
import * as r46 from "@/app/api/v1/groups/[groupId]/sharing/route";
import * as r47 from "@/app/api/v1/groups/join/route";
import * as r48 from "@/app/api/v1/groups/route";
import * as r49 from "@/app/api/v1/ingest/osmand/[token]/route";
import * as r50 from "@/app/api/v1/ingest/owntracks/[token]/route";
import * as r51 from "@/app/api/v1/map-pack/route";
import * as r52 from "@/app/api/v1/messages/[id]/originals/route";
import * as r53 from "@/app/api/v1/messages/[id]/route";
import * as r54 from "@/app/api/v1/notifications/read/route";
import * as r55 from "@/app/api/v1/notifications/route";
import * as r56 from "@/app/api/v1/outbox/[id]/retry/route";
import * as r57 from "@/app/api/v1/outbox/route";
import * as r58 from "@/app/api/v1/positions/route";
import * as r59 from "@/app/api/v1/trackers/[id]/route";
import * as r60 from "@/app/api/v1/trackers/route";

export type Route = { method: string; path: string; endpoint: Endpoint };

export const routes: Route[] = [
  { method: "POST", path: "/api/v1/admin/agencies/:id/access", endpoint: r0.POST },
  { method: "DELETE", path: "/api/v1/admin/agencies/:id/access", endpoint: r0.DELETE },
  { method: "POST", path: "/api/v1/admin/agencies/:id/approve", endpoint: r1.POST },
  { method: "POST", path: "/api/v1/admin/agencies/:id/ask", endpoint: r2.POST },
  { method: "POST", path: "/api/v1/admin/agencies/:id/caches/clear", endpoint: r3.POST },
  { method: "POST", path: "/api/v1/admin/agencies/:id/reactivate", endpoint: r4.POST },
  { method: "POST", path: "/api/v1/admin/agencies/:id/reject", endpoint: r5.POST },
  { method: "GET", path: "/api/v1/admin/agencies/:id", endpoint: r6.GET },
  { method: "POST", path: "/api/v1/admin/agencies/:id/suspend", endpoint: r7.POST },
  { method: "POST", path: "/api/v1/admin/agencies/:id/trial", endpoint: r8.POST },
  { method: "GET", path: "/api/v1/admin/agencies", endpoint: r9.GET },
  { method: "GET", path: "/api/v1/admin/statistics", endpoint: r10.GET },
  { method: "GET", path: "/api/v1/agencies", endpoint: r11.GET },
  { method: "POST", path: "/api/v1/agencies", endpoint: r11.POST },
  { method: "GET", path: "/api/v1/agency/accesses", endpoint: r12.GET },
  { method: "GET", path: "/api/v1/agency", endpoint: r13.GET },
  { method: "POST", path: "/api/v1/auth/change-password", endpoint: r14.POST },
  { method: "POST", path: "/api/v1/auth/code", endpoint: r15.POST },
  { method: "POST", path: "/api/v1/auth/code/verify", endpoint: r16.POST },
  { method: "POST", path: "/api/v1/auth/forgot-password", endpoint: r17.POST },
  { method: "POST", path: "/api/v1/auth/login", endpoint: r18.POST },
  { method: "POST", path: "/api/v1/auth/logout-everywhere", endpoint: r19.POST },
  { method: "POST", path: "/api/v1/auth/logout", endpoint: r20.POST },
  { method: "GET", path: "/api/v1/auth/profile", endpoint: r21.GET },
  { method: "PATCH", path: "/api/v1/auth/profile", endpoint: r21.PATCH },
  { method: "POST", path: "/api/v1/auth/refresh", endpoint: r22.POST },
  { method: "POST", path: "/api/v1/auth/register", endpoint: r23.POST },
  { method: "POST", path: "/api/v1/auth/reset-password", endpoint: r24.POST },
  { method: "DELETE", path: "/api/v1/auth/sessions/:id", endpoint: r25.DELETE },
  { method: "GET", path: "/api/v1/auth/sessions", endpoint: r26.GET },
  { method: "GET", path: "/api/v1/branches", endpoint: r27.GET },
  { method: "POST", path: "/api/v1/branches", endpoint: r27.POST },
  { method: "GET", path: "/api/v1/chats", endpoint: r28.GET },
  { method: "GET", path: "/api/v1/groups/:groupId/attachments/:id", endpoint: r29.GET },
  { method: "POST", path: "/api/v1/groups/:groupId/attachments", endpoint: r30.POST },
  { method: "POST", path: "/api/v1/groups/:groupId/chat/looks", endpoint: r31.POST },
  { method: "GET", path: "/api/v1/groups/:groupId/chat", endpoint: r32.GET },
  { method: "PATCH", path: "/api/v1/groups/:groupId/chat", endpoint: r32.PATCH },
  { method: "POST", path: "/api/v1/groups/:groupId/code/rotate", endpoint: r33.POST },
  { method: "POST", path: "/api/v1/groups/:groupId/join-requests/:userId/approve", endpoint: r34.POST },
  { method: "POST", path: "/api/v1/groups/:groupId/join-requests/:userId/reject", endpoint: r35.POST },
  { method: "GET", path: "/api/v1/groups/:groupId/join-requests", endpoint: r36.GET },
  { method: "GET", path: "/api/v1/groups/:groupId/looks", endpoint: r37.GET },
  { method: "GET", path: "/api/v1/groups/:groupId/members/:userId/positions", endpoint: r38.GET },
  { method: "PATCH", path: "/api/v1/groups/:groupId/members/:userId", endpoint: r39.PATCH },
  { method: "DELETE", path: "/api/v1/groups/:groupId/members/:userId", endpoint: r39.DELETE },
  { method: "GET", path: "/api/v1/groups/:groupId/members", endpoint: r40.GET },
  { method: "POST", path: "/api/v1/groups/:groupId/members", endpoint: r40.POST },
  { method: "GET", path: "/api/v1/groups/:groupId/messages/:id/readers", endpoint: r41.GET },
  { method: "GET", path: "/api/v1/groups/:groupId/messages", endpoint: r42.GET },
  { method: "POST", path: "/api/v1/groups/:groupId/messages", endpoint: r42.POST },
  { method: "GET", path: "/api/v1/groups/:groupId/positions", endpoint: r43.GET },
  { method: "POST", path: "/api/v1/groups/:groupId/read", endpoint: r44.POST },
  { method: "GET", path: "/api/v1/groups/:groupId", endpoint: r45.GET },
  { method: "PATCH", path: "/api/v1/groups/:groupId", endpoint: r45.PATCH },
  { method: "PUT", path: "/api/v1/groups/:groupId/sharing", endpoint: r46.PUT },
  { method: "POST", path: "/api/v1/groups/join", endpoint: r47.POST },
  { method: "GET", path: "/api/v1/groups", endpoint: r48.GET },
  { method: "POST", path: "/api/v1/groups", endpoint: r48.POST },
  { method: "GET", path: "/api/v1/ingest/osmand/:token", endpoint: r49.GET },
  { method: "POST", path: "/api/v1/ingest/osmand/:token", endpoint: r49.POST },
  { method: "POST", path: "/api/v1/ingest/owntracks/:token", endpoint: r50.POST },
  { method: "GET", path: "/api/v1/map-pack", endpoint: r51.GET },
  { method: "PUT", path: "/api/v1/map-pack", endpoint: r51.PUT },
  { method: "DELETE", path: "/api/v1/map-pack", endpoint: r51.DELETE },
  { method: "GET", path: "/api/v1/messages/:id/originals", endpoint: r52.GET },
  { method: "PATCH", path: "/api/v1/messages/:id", endpoint: r53.PATCH },
  { method: "DELETE", path: "/api/v1/messages/:id", endpoint: r53.DELETE },
  { method: "POST", path: "/api/v1/notifications/read", endpoint: r54.POST },
  { method: "GET", path: "/api/v1/notifications", endpoint: r55.GET },
  { method: "POST", path: "/api/v1/outbox/:id/retry", endpoint: r56.POST },
  { method: "GET", path: "/api/v1/outbox", endpoint: r57.GET },
  { method: "POST", path: "/api/v1/positions", endpoint: r58.POST },
  { method: "DELETE", path: "/api/v1/trackers/:id", endpoint: r59.DELETE },
  { method: "GET", path: "/api/v1/trackers", endpoint: r60.GET },
  { method: "POST", path: "/api/v1/trackers", endpoint: r60.POST },
];
