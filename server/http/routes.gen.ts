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
import * as r10 from "@/app/api/v1/admin/audit/route";
import * as r11 from "@/app/api/v1/admin/statistics/route";
import * as r12 from "@/app/api/v1/agencies/route";
import * as r13 from "@/app/api/v1/agency/accesses/route";
import * as r14 from "@/app/api/v1/agency/bank-accounts/[id]/route";
import * as r15 from "@/app/api/v1/agency/bank-accounts/route";
import * as r16 from "@/app/api/v1/agency/logo/route";
import * as r17 from "@/app/api/v1/agency/route";
import * as r18 from "@/app/api/v1/audit/route";
import * as r19 from "@/app/api/v1/auth/change-password/route";
import * as r20 from "@/app/api/v1/auth/code/route";
import * as r21 from "@/app/api/v1/auth/code/verify/route";
import * as r22 from "@/app/api/v1/auth/forgot-password/route";
import * as r23 from "@/app/api/v1/auth/invitations/accept/route";
import * as r24 from "@/app/api/v1/auth/invitations/read/route";
import * as r25 from "@/app/api/v1/auth/login/route";
import * as r26 from "@/app/api/v1/auth/logout-everywhere/route";
import * as r27 from "@/app/api/v1/auth/logout/route";
import * as r28 from "@/app/api/v1/auth/profile/route";
import * as r29 from "@/app/api/v1/auth/refresh/route";
import * as r30 from "@/app/api/v1/auth/register/route";
import * as r31 from "@/app/api/v1/auth/reset-password/route";
import * as r32 from "@/app/api/v1/auth/sessions/[id]/route";
import * as r33 from "@/app/api/v1/auth/sessions/route";
import * as r34 from "@/app/api/v1/branches/[id]/route";
import * as r35 from "@/app/api/v1/branches/route";
import * as r36 from "@/app/api/v1/chats/route";
import * as r37 from "@/app/api/v1/groups/[groupId]/attachments/[id]/route";
import * as r38 from "@/app/api/v1/groups/[groupId]/attachments/route";
import * as r39 from "@/app/api/v1/groups/[groupId]/chat/looks/route";
import * as r40 from "@/app/api/v1/groups/[groupId]/chat/route";
import * as r41 from "@/app/api/v1/groups/[groupId]/code/rotate/route";
import * as r42 from "@/app/api/v1/groups/[groupId]/join-requests/[userId]/approve/route";
import * as r43 from "@/app/api/v1/groups/[groupId]/join-requests/[userId]/reject/route";
import * as r44 from "@/app/api/v1/groups/[groupId]/join-requests/route";
import * as r45 from "@/app/api/v1/groups/[groupId]/looks/route";
import * as r46 from "@/app/api/v1/groups/[groupId]/members/[userId]/positions/route";
import * as r47 from "@/app/api/v1/groups/[groupId]/members/[userId]/route";
import * as r48 from "@/app/api/v1/groups/[groupId]/members/route";
import * as r49 from "@/app/api/v1/groups/[groupId]/messages/[id]/readers/route";
import * as r50 from "@/app/api/v1/groups/[groupId]/messages/route";
import * as r51 from "@/app/api/v1/groups/[groupId]/positions/route";
import * as r52 from "@/app/api/v1/groups/[groupId]/read/route";
import * as r53 from "@/app/api/v1/groups/[groupId]/route";
import * as r54 from "@/app/api/v1/groups/[groupId]/sharing/route";
import * as r55 from "@/app/api/v1/groups/join/route";
import * as r56 from "@/app/api/v1/groups/route";
import * as r57 from "@/app/api/v1/ingest/osmand/[token]/route";
import * as r58 from "@/app/api/v1/ingest/owntracks/[token]/route";
import * as r59 from "@/app/api/v1/map-pack/route";
import * as r60 from "@/app/api/v1/messages/[id]/originals/route";
import * as r61 from "@/app/api/v1/messages/[id]/route";
import * as r62 from "@/app/api/v1/notifications/read/route";
import * as r63 from "@/app/api/v1/notifications/route";
import * as r64 from "@/app/api/v1/outbox/[id]/retry/route";
import * as r65 from "@/app/api/v1/outbox/route";
import * as r66 from "@/app/api/v1/permission-requests/[id]/approve/route";
import * as r67 from "@/app/api/v1/permission-requests/[id]/deny/route";
import * as r68 from "@/app/api/v1/permission-requests/route";
import * as r69 from "@/app/api/v1/positions/route";
import * as r70 from "@/app/api/v1/public/agencies/[slug]/logo/route";
import * as r71 from "@/app/api/v1/trackers/[id]/route";
import * as r72 from "@/app/api/v1/trackers/route";
import * as r73 from "@/app/api/v1/users/[id]/erase/route";
import * as r74 from "@/app/api/v1/users/[id]/route";
import * as r75 from "@/app/api/v1/users/invitations/[id]/route";
import * as r76 from "@/app/api/v1/users/invitations/import/route";
import * as r77 from "@/app/api/v1/users/invitations/route";
import * as r78 from "@/app/api/v1/users/route";

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
  { method: "GET", path: "/api/v1/admin/audit", endpoint: r10.GET },
  { method: "GET", path: "/api/v1/admin/statistics", endpoint: r11.GET },
  { method: "GET", path: "/api/v1/agencies", endpoint: r12.GET },
  { method: "POST", path: "/api/v1/agencies", endpoint: r12.POST },
  { method: "GET", path: "/api/v1/agency/accesses", endpoint: r13.GET },
  { method: "DELETE", path: "/api/v1/agency/bank-accounts/:id", endpoint: r14.DELETE },
  { method: "GET", path: "/api/v1/agency/bank-accounts", endpoint: r15.GET },
  { method: "POST", path: "/api/v1/agency/bank-accounts", endpoint: r15.POST },
  { method: "PUT", path: "/api/v1/agency/logo", endpoint: r16.PUT },
  { method: "DELETE", path: "/api/v1/agency/logo", endpoint: r16.DELETE },
  { method: "GET", path: "/api/v1/agency", endpoint: r17.GET },
  { method: "PATCH", path: "/api/v1/agency", endpoint: r17.PATCH },
  { method: "GET", path: "/api/v1/audit", endpoint: r18.GET },
  { method: "POST", path: "/api/v1/auth/change-password", endpoint: r19.POST },
  { method: "POST", path: "/api/v1/auth/code", endpoint: r20.POST },
  { method: "POST", path: "/api/v1/auth/code/verify", endpoint: r21.POST },
  { method: "POST", path: "/api/v1/auth/forgot-password", endpoint: r22.POST },
  { method: "POST", path: "/api/v1/auth/invitations/accept", endpoint: r23.POST },
  { method: "POST", path: "/api/v1/auth/invitations/read", endpoint: r24.POST },
  { method: "POST", path: "/api/v1/auth/login", endpoint: r25.POST },
  { method: "POST", path: "/api/v1/auth/logout-everywhere", endpoint: r26.POST },
  { method: "POST", path: "/api/v1/auth/logout", endpoint: r27.POST },
  { method: "GET", path: "/api/v1/auth/profile", endpoint: r28.GET },
  { method: "PATCH", path: "/api/v1/auth/profile", endpoint: r28.PATCH },
  { method: "POST", path: "/api/v1/auth/refresh", endpoint: r29.POST },
  { method: "POST", path: "/api/v1/auth/register", endpoint: r30.POST },
  { method: "POST", path: "/api/v1/auth/reset-password", endpoint: r31.POST },
  { method: "DELETE", path: "/api/v1/auth/sessions/:id", endpoint: r32.DELETE },
  { method: "GET", path: "/api/v1/auth/sessions", endpoint: r33.GET },
  { method: "GET", path: "/api/v1/branches/:id", endpoint: r34.GET },
  { method: "PATCH", path: "/api/v1/branches/:id", endpoint: r34.PATCH },
  { method: "DELETE", path: "/api/v1/branches/:id", endpoint: r34.DELETE },
  { method: "GET", path: "/api/v1/branches", endpoint: r35.GET },
  { method: "POST", path: "/api/v1/branches", endpoint: r35.POST },
  { method: "GET", path: "/api/v1/chats", endpoint: r36.GET },
  { method: "GET", path: "/api/v1/groups/:groupId/attachments/:id", endpoint: r37.GET },
  { method: "POST", path: "/api/v1/groups/:groupId/attachments", endpoint: r38.POST },
  { method: "POST", path: "/api/v1/groups/:groupId/chat/looks", endpoint: r39.POST },
  { method: "GET", path: "/api/v1/groups/:groupId/chat", endpoint: r40.GET },
  { method: "PATCH", path: "/api/v1/groups/:groupId/chat", endpoint: r40.PATCH },
  { method: "POST", path: "/api/v1/groups/:groupId/code/rotate", endpoint: r41.POST },
  { method: "POST", path: "/api/v1/groups/:groupId/join-requests/:userId/approve", endpoint: r42.POST },
  { method: "POST", path: "/api/v1/groups/:groupId/join-requests/:userId/reject", endpoint: r43.POST },
  { method: "GET", path: "/api/v1/groups/:groupId/join-requests", endpoint: r44.GET },
  { method: "GET", path: "/api/v1/groups/:groupId/looks", endpoint: r45.GET },
  { method: "GET", path: "/api/v1/groups/:groupId/members/:userId/positions", endpoint: r46.GET },
  { method: "PATCH", path: "/api/v1/groups/:groupId/members/:userId", endpoint: r47.PATCH },
  { method: "DELETE", path: "/api/v1/groups/:groupId/members/:userId", endpoint: r47.DELETE },
  { method: "GET", path: "/api/v1/groups/:groupId/members", endpoint: r48.GET },
  { method: "POST", path: "/api/v1/groups/:groupId/members", endpoint: r48.POST },
  { method: "GET", path: "/api/v1/groups/:groupId/messages/:id/readers", endpoint: r49.GET },
  { method: "GET", path: "/api/v1/groups/:groupId/messages", endpoint: r50.GET },
  { method: "POST", path: "/api/v1/groups/:groupId/messages", endpoint: r50.POST },
  { method: "GET", path: "/api/v1/groups/:groupId/positions", endpoint: r51.GET },
  { method: "POST", path: "/api/v1/groups/:groupId/read", endpoint: r52.POST },
  { method: "GET", path: "/api/v1/groups/:groupId", endpoint: r53.GET },
  { method: "PATCH", path: "/api/v1/groups/:groupId", endpoint: r53.PATCH },
  { method: "PUT", path: "/api/v1/groups/:groupId/sharing", endpoint: r54.PUT },
  { method: "POST", path: "/api/v1/groups/join", endpoint: r55.POST },
  { method: "GET", path: "/api/v1/groups", endpoint: r56.GET },
  { method: "POST", path: "/api/v1/groups", endpoint: r56.POST },
  { method: "GET", path: "/api/v1/ingest/osmand/:token", endpoint: r57.GET },
  { method: "POST", path: "/api/v1/ingest/osmand/:token", endpoint: r57.POST },
  { method: "POST", path: "/api/v1/ingest/owntracks/:token", endpoint: r58.POST },
  { method: "GET", path: "/api/v1/map-pack", endpoint: r59.GET },
  { method: "PUT", path: "/api/v1/map-pack", endpoint: r59.PUT },
  { method: "DELETE", path: "/api/v1/map-pack", endpoint: r59.DELETE },
  { method: "GET", path: "/api/v1/messages/:id/originals", endpoint: r60.GET },
  { method: "PATCH", path: "/api/v1/messages/:id", endpoint: r61.PATCH },
  { method: "DELETE", path: "/api/v1/messages/:id", endpoint: r61.DELETE },
  { method: "POST", path: "/api/v1/notifications/read", endpoint: r62.POST },
  { method: "GET", path: "/api/v1/notifications", endpoint: r63.GET },
  { method: "POST", path: "/api/v1/outbox/:id/retry", endpoint: r64.POST },
  { method: "GET", path: "/api/v1/outbox", endpoint: r65.GET },
  { method: "POST", path: "/api/v1/permission-requests/:id/approve", endpoint: r66.POST },
  { method: "POST", path: "/api/v1/permission-requests/:id/deny", endpoint: r67.POST },
  { method: "GET", path: "/api/v1/permission-requests", endpoint: r68.GET },
  { method: "POST", path: "/api/v1/permission-requests", endpoint: r68.POST },
  { method: "POST", path: "/api/v1/positions", endpoint: r69.POST },
  { method: "GET", path: "/api/v1/public/agencies/:slug/logo", endpoint: r70.GET },
  { method: "DELETE", path: "/api/v1/trackers/:id", endpoint: r71.DELETE },
  { method: "GET", path: "/api/v1/trackers", endpoint: r72.GET },
  { method: "POST", path: "/api/v1/trackers", endpoint: r72.POST },
  { method: "POST", path: "/api/v1/users/:id/erase", endpoint: r73.POST },
  { method: "PATCH", path: "/api/v1/users/:id", endpoint: r74.PATCH },
  { method: "DELETE", path: "/api/v1/users/:id", endpoint: r74.DELETE },
  { method: "DELETE", path: "/api/v1/users/invitations/:id", endpoint: r75.DELETE },
  { method: "POST", path: "/api/v1/users/invitations/import", endpoint: r76.POST },
  { method: "GET", path: "/api/v1/users/invitations", endpoint: r77.GET },
  { method: "POST", path: "/api/v1/users/invitations", endpoint: r77.POST },
  { method: "GET", path: "/api/v1/users", endpoint: r78.GET },
];
