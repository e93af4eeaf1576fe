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
import * as r19 from "@/app/api/v1/auth/avatar/route";
import * as r20 from "@/app/api/v1/auth/change-password/route";
import * as r21 from "@/app/api/v1/auth/code/route";
import * as r22 from "@/app/api/v1/auth/code/verify/route";
import * as r23 from "@/app/api/v1/auth/forgot-password/route";
import * as r24 from "@/app/api/v1/auth/invitations/accept/route";
import * as r25 from "@/app/api/v1/auth/invitations/read/route";
import * as r26 from "@/app/api/v1/auth/login/route";
import * as r27 from "@/app/api/v1/auth/logout-everywhere/route";
import * as r28 from "@/app/api/v1/auth/logout/route";
import * as r29 from "@/app/api/v1/auth/profile/route";
import * as r30 from "@/app/api/v1/auth/refresh/route";
import * as r31 from "@/app/api/v1/auth/register/route";
import * as r32 from "@/app/api/v1/auth/reset-password/route";
import * as r33 from "@/app/api/v1/auth/sessions/[id]/route";
import * as r34 from "@/app/api/v1/auth/sessions/route";
import * as r35 from "@/app/api/v1/bookings/[id]/cancel/route";
import * as r36 from "@/app/api/v1/bookings/[id]/pilgrims/[pilgrimId]/cancel/route";
import * as r37 from "@/app/api/v1/bookings/[id]/pilgrims/[pilgrimId]/documents/route";
import * as r38 from "@/app/api/v1/bookings/[id]/pilgrims/[pilgrimId]/mrz/route";
import * as r39 from "@/app/api/v1/bookings/[id]/pilgrims/[pilgrimId]/papers/route";
import * as r40 from "@/app/api/v1/bookings/[id]/pilgrims/[pilgrimId]/route";
import * as r41 from "@/app/api/v1/bookings/[id]/pilgrims/[pilgrimId]/substitute/route";
import * as r42 from "@/app/api/v1/bookings/[id]/route";
import * as r43 from "@/app/api/v1/bookings/route";
import * as r44 from "@/app/api/v1/branches/[id]/route";
import * as r45 from "@/app/api/v1/branches/route";
import * as r46 from "@/app/api/v1/chats/route";
import * as r47 from "@/app/api/v1/departures/[id]/duplicate/route";
import * as r48 from "@/app/api/v1/departures/[id]/prices/route";
import * as r49 from "@/app/api/v1/departures/[id]/route";
import * as r50 from "@/app/api/v1/departures/[id]/waitlist/[entryId]/route";
import * as r51 from "@/app/api/v1/departures/[id]/waitlist/route";
import * as r52 from "@/app/api/v1/departures/route";
import * as r53 from "@/app/api/v1/groups/[groupId]/attachments/[id]/route";
import * as r54 from "@/app/api/v1/groups/[groupId]/attachments/route";
import * as r55 from "@/app/api/v1/groups/[groupId]/chat/looks/route";
import * as r56 from "@/app/api/v1/groups/[groupId]/chat/route";
import * as r57 from "@/app/api/v1/groups/[groupId]/code/rotate/route";
import * as r58 from "@/app/api/v1/groups/[groupId]/join-requests/[userId]/approve/route";
import * as r59 from "@/app/api/v1/groups/[groupId]/join-requests/[userId]/reject/route";
import * as r60 from "@/app/api/v1/groups/[groupId]/join-requests/route";
import * as r61 from "@/app/api/v1/groups/[groupId]/looks/route";
import * as r62 from "@/app/api/v1/groups/[groupId]/members/[userId]/positions/route";
import * as r63 from "@/app/api/v1/groups/[groupId]/members/[userId]/route";
import * as r64 from "@/app/api/v1/groups/[groupId]/members/route";
import * as r65 from "@/app/api/v1/groups/[groupId]/messages/[id]/readers/route";
import * as r66 from "@/app/api/v1/groups/[groupId]/messages/route";
import * as r67 from "@/app/api/v1/groups/[groupId]/positions/route";
import * as r68 from "@/app/api/v1/groups/[groupId]/read/route";
import * as r69 from "@/app/api/v1/groups/[groupId]/route";
import * as r70 from "@/app/api/v1/groups/[groupId]/sharing/route";
import * as r71 from "@/app/api/v1/groups/join/route";
import * as r72 from "@/app/api/v1/groups/route";
import * as r73 from "@/app/api/v1/ingest/osmand/[token]/route";
import * as r74 from "@/app/api/v1/ingest/owntracks/[token]/route";
import * as r75 from "@/app/api/v1/map-pack/route";
import * as r76 from "@/app/api/v1/messages/[id]/originals/route";
import * as r77 from "@/app/api/v1/messages/[id]/route";
import * as r78 from "@/app/api/v1/notifications/read/route";
import * as r79 from "@/app/api/v1/notifications/route";
import * as r80 from "@/app/api/v1/outbox/[id]/retry/route";
import * as r81 from "@/app/api/v1/outbox/route";
import * as r82 from "@/app/api/v1/packages/[id]/departures/route";
import * as r83 from "@/app/api/v1/packages/[id]/photos/[photoId]/route";
import * as r84 from "@/app/api/v1/packages/[id]/photos/route";
import * as r85 from "@/app/api/v1/packages/[id]/route";
import * as r86 from "@/app/api/v1/packages/route";
import * as r87 from "@/app/api/v1/payment-methods/[id]/route";
import * as r88 from "@/app/api/v1/payment-methods/route";
import * as r89 from "@/app/api/v1/permission-requests/[id]/approve/route";
import * as r90 from "@/app/api/v1/permission-requests/[id]/deny/route";
import * as r91 from "@/app/api/v1/permission-requests/route";
import * as r92 from "@/app/api/v1/positions/route";
import * as r93 from "@/app/api/v1/public/agencies/[slug]/branches/route";
import * as r94 from "@/app/api/v1/public/agencies/[slug]/departures/route";
import * as r95 from "@/app/api/v1/public/agencies/[slug]/guests/route";
import * as r96 from "@/app/api/v1/public/agencies/[slug]/guests/verify/route";
import * as r97 from "@/app/api/v1/public/agencies/[slug]/logo/route";
import * as r98 from "@/app/api/v1/public/agencies/[slug]/packages/[id]/photos/[photoId]/route";
import * as r99 from "@/app/api/v1/public/agencies/[slug]/packages/route";
import * as r100 from "@/app/api/v1/public/agencies/[slug]/route";
import * as r101 from "@/app/api/v1/public/statements/[code]/route";
import * as r102 from "@/app/api/v1/savings/bank-balances/route";
import * as r103 from "@/app/api/v1/savings/books/route";
import * as r104 from "@/app/api/v1/savings/deposits/[id]/reject/route";
import * as r105 from "@/app/api/v1/savings/deposits/[id]/resubmit/route";
import * as r106 from "@/app/api/v1/savings/deposits/[id]/review/route";
import * as r107 from "@/app/api/v1/savings/deposits/[id]/take-back/route";
import * as r108 from "@/app/api/v1/savings/deposits/[id]/verify/route";
import * as r109 from "@/app/api/v1/savings/deposits/collective/route";
import * as r110 from "@/app/api/v1/savings/deposits/route";
import * as r111 from "@/app/api/v1/savings/liability/route";
import * as r112 from "@/app/api/v1/savings/periods/[id]/close/route";
import * as r113 from "@/app/api/v1/savings/periods/[id]/route";
import * as r114 from "@/app/api/v1/savings/periods/route";
import * as r115 from "@/app/api/v1/savings/plans/[id]/route";
import * as r116 from "@/app/api/v1/savings/plans/[id]/statement/route";
import * as r117 from "@/app/api/v1/savings/plans/[id]/withdraw/route";
import * as r118 from "@/app/api/v1/savings/plans/route";
import * as r119 from "@/app/api/v1/savings/proofs/[id]/file/route";
import * as r120 from "@/app/api/v1/savings/proofs/[id]/route";
import * as r121 from "@/app/api/v1/savings/proofs/route";
import * as r122 from "@/app/api/v1/savings/withdrawals/[id]/approve/route";
import * as r123 from "@/app/api/v1/savings/withdrawals/[id]/refuse/route";
import * as r124 from "@/app/api/v1/savings/withdrawals/route";
import * as r125 from "@/app/api/v1/trackers/[id]/route";
import * as r126 from "@/app/api/v1/trackers/route";
import * as r127 from "@/app/api/v1/users/[id]/avatar/route";
import * as r128 from "@/app/api/v1/users/[id]/erase/route";
import * as r129 from "@/app/api/v1/users/[id]/route";
import * as r130 from "@/app/api/v1/users/invitations/[id]/route";
import * as r131 from "@/app/api/v1/users/invitations/import/route";
import * as r132 from "@/app/api/v1/users/invitations/route";
import * as r133 from "@/app/api/v1/users/route";

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
  { method: "GET", path: "/api/v1/auth/avatar", endpoint: r19.GET },
  { method: "PUT", path: "/api/v1/auth/avatar", endpoint: r19.PUT },
  { method: "DELETE", path: "/api/v1/auth/avatar", endpoint: r19.DELETE },
  { method: "POST", path: "/api/v1/auth/change-password", endpoint: r20.POST },
  { method: "POST", path: "/api/v1/auth/code", endpoint: r21.POST },
  { method: "POST", path: "/api/v1/auth/code/verify", endpoint: r22.POST },
  { method: "POST", path: "/api/v1/auth/forgot-password", endpoint: r23.POST },
  { method: "POST", path: "/api/v1/auth/invitations/accept", endpoint: r24.POST },
  { method: "POST", path: "/api/v1/auth/invitations/read", endpoint: r25.POST },
  { method: "POST", path: "/api/v1/auth/login", endpoint: r26.POST },
  { method: "POST", path: "/api/v1/auth/logout-everywhere", endpoint: r27.POST },
  { method: "POST", path: "/api/v1/auth/logout", endpoint: r28.POST },
  { method: "GET", path: "/api/v1/auth/profile", endpoint: r29.GET },
  { method: "PATCH", path: "/api/v1/auth/profile", endpoint: r29.PATCH },
  { method: "POST", path: "/api/v1/auth/refresh", endpoint: r30.POST },
  { method: "POST", path: "/api/v1/auth/register", endpoint: r31.POST },
  { method: "POST", path: "/api/v1/auth/reset-password", endpoint: r32.POST },
  { method: "DELETE", path: "/api/v1/auth/sessions/:id", endpoint: r33.DELETE },
  { method: "GET", path: "/api/v1/auth/sessions", endpoint: r34.GET },
  { method: "GET", path: "/api/v1/bookings/:id/cancel", endpoint: r35.GET },
  { method: "POST", path: "/api/v1/bookings/:id/cancel", endpoint: r35.POST },
  { method: "POST", path: "/api/v1/bookings/:id/pilgrims/:pilgrimId/cancel", endpoint: r36.POST },
  { method: "PUT", path: "/api/v1/bookings/:id/pilgrims/:pilgrimId/documents", endpoint: r37.PUT },
  { method: "POST", path: "/api/v1/bookings/:id/pilgrims/:pilgrimId/mrz", endpoint: r38.POST },
  { method: "POST", path: "/api/v1/bookings/:id/pilgrims/:pilgrimId/papers", endpoint: r39.POST },
  { method: "PATCH", path: "/api/v1/bookings/:id/pilgrims/:pilgrimId", endpoint: r40.PATCH },
  { method: "POST", path: "/api/v1/bookings/:id/pilgrims/:pilgrimId/substitute", endpoint: r41.POST },
  { method: "GET", path: "/api/v1/bookings/:id", endpoint: r42.GET },
  { method: "PATCH", path: "/api/v1/bookings/:id", endpoint: r42.PATCH },
  { method: "GET", path: "/api/v1/bookings", endpoint: r43.GET },
  { method: "POST", path: "/api/v1/bookings", endpoint: r43.POST },
  { method: "GET", path: "/api/v1/branches/:id", endpoint: r44.GET },
  { method: "PATCH", path: "/api/v1/branches/:id", endpoint: r44.PATCH },
  { method: "DELETE", path: "/api/v1/branches/:id", endpoint: r44.DELETE },
  { method: "GET", path: "/api/v1/branches", endpoint: r45.GET },
  { method: "POST", path: "/api/v1/branches", endpoint: r45.POST },
  { method: "GET", path: "/api/v1/chats", endpoint: r46.GET },
  { method: "POST", path: "/api/v1/departures/:id/duplicate", endpoint: r47.POST },
  { method: "GET", path: "/api/v1/departures/:id/prices", endpoint: r48.GET },
  { method: "POST", path: "/api/v1/departures/:id/prices", endpoint: r48.POST },
  { method: "GET", path: "/api/v1/departures/:id", endpoint: r49.GET },
  { method: "PATCH", path: "/api/v1/departures/:id", endpoint: r49.PATCH },
  { method: "DELETE", path: "/api/v1/departures/:id/waitlist/:entryId", endpoint: r50.DELETE },
  { method: "GET", path: "/api/v1/departures/:id/waitlist", endpoint: r51.GET },
  { method: "POST", path: "/api/v1/departures/:id/waitlist", endpoint: r51.POST },
  { method: "GET", path: "/api/v1/departures", endpoint: r52.GET },
  { method: "GET", path: "/api/v1/groups/:groupId/attachments/:id", endpoint: r53.GET },
  { method: "POST", path: "/api/v1/groups/:groupId/attachments", endpoint: r54.POST },
  { method: "POST", path: "/api/v1/groups/:groupId/chat/looks", endpoint: r55.POST },
  { method: "GET", path: "/api/v1/groups/:groupId/chat", endpoint: r56.GET },
  { method: "PATCH", path: "/api/v1/groups/:groupId/chat", endpoint: r56.PATCH },
  { method: "POST", path: "/api/v1/groups/:groupId/code/rotate", endpoint: r57.POST },
  { method: "POST", path: "/api/v1/groups/:groupId/join-requests/:userId/approve", endpoint: r58.POST },
  { method: "POST", path: "/api/v1/groups/:groupId/join-requests/:userId/reject", endpoint: r59.POST },
  { method: "GET", path: "/api/v1/groups/:groupId/join-requests", endpoint: r60.GET },
  { method: "GET", path: "/api/v1/groups/:groupId/looks", endpoint: r61.GET },
  { method: "GET", path: "/api/v1/groups/:groupId/members/:userId/positions", endpoint: r62.GET },
  { method: "PATCH", path: "/api/v1/groups/:groupId/members/:userId", endpoint: r63.PATCH },
  { method: "DELETE", path: "/api/v1/groups/:groupId/members/:userId", endpoint: r63.DELETE },
  { method: "GET", path: "/api/v1/groups/:groupId/members", endpoint: r64.GET },
  { method: "POST", path: "/api/v1/groups/:groupId/members", endpoint: r64.POST },
  { method: "GET", path: "/api/v1/groups/:groupId/messages/:id/readers", endpoint: r65.GET },
  { method: "GET", path: "/api/v1/groups/:groupId/messages", endpoint: r66.GET },
  { method: "POST", path: "/api/v1/groups/:groupId/messages", endpoint: r66.POST },
  { method: "GET", path: "/api/v1/groups/:groupId/positions", endpoint: r67.GET },
  { method: "POST", path: "/api/v1/groups/:groupId/read", endpoint: r68.POST },
  { method: "GET", path: "/api/v1/groups/:groupId", endpoint: r69.GET },
  { method: "PATCH", path: "/api/v1/groups/:groupId", endpoint: r69.PATCH },
  { method: "PUT", path: "/api/v1/groups/:groupId/sharing", endpoint: r70.PUT },
  { method: "POST", path: "/api/v1/groups/join", endpoint: r71.POST },
  { method: "GET", path: "/api/v1/groups", endpoint: r72.GET },
  { method: "POST", path: "/api/v1/groups", endpoint: r72.POST },
  { method: "GET", path: "/api/v1/ingest/osmand/:token", endpoint: r73.GET },
  { method: "POST", path: "/api/v1/ingest/osmand/:token", endpoint: r73.POST },
  { method: "POST", path: "/api/v1/ingest/owntracks/:token", endpoint: r74.POST },
  { method: "GET", path: "/api/v1/map-pack", endpoint: r75.GET },
  { method: "PUT", path: "/api/v1/map-pack", endpoint: r75.PUT },
  { method: "DELETE", path: "/api/v1/map-pack", endpoint: r75.DELETE },
  { method: "GET", path: "/api/v1/messages/:id/originals", endpoint: r76.GET },
  { method: "PATCH", path: "/api/v1/messages/:id", endpoint: r77.PATCH },
  { method: "DELETE", path: "/api/v1/messages/:id", endpoint: r77.DELETE },
  { method: "POST", path: "/api/v1/notifications/read", endpoint: r78.POST },
  { method: "GET", path: "/api/v1/notifications", endpoint: r79.GET },
  { method: "POST", path: "/api/v1/outbox/:id/retry", endpoint: r80.POST },
  { method: "GET", path: "/api/v1/outbox", endpoint: r81.GET },
  { method: "GET", path: "/api/v1/packages/:id/departures", endpoint: r82.GET },
  { method: "POST", path: "/api/v1/packages/:id/departures", endpoint: r82.POST },
  { method: "DELETE", path: "/api/v1/packages/:id/photos/:photoId", endpoint: r83.DELETE },
  { method: "POST", path: "/api/v1/packages/:id/photos", endpoint: r84.POST },
  { method: "GET", path: "/api/v1/packages/:id", endpoint: r85.GET },
  { method: "PATCH", path: "/api/v1/packages/:id", endpoint: r85.PATCH },
  { method: "DELETE", path: "/api/v1/packages/:id", endpoint: r85.DELETE },
  { method: "GET", path: "/api/v1/packages", endpoint: r86.GET },
  { method: "POST", path: "/api/v1/packages", endpoint: r86.POST },
  { method: "PATCH", path: "/api/v1/payment-methods/:id", endpoint: r87.PATCH },
  { method: "DELETE", path: "/api/v1/payment-methods/:id", endpoint: r87.DELETE },
  { method: "GET", path: "/api/v1/payment-methods", endpoint: r88.GET },
  { method: "POST", path: "/api/v1/payment-methods", endpoint: r88.POST },
  { method: "POST", path: "/api/v1/permission-requests/:id/approve", endpoint: r89.POST },
  { method: "POST", path: "/api/v1/permission-requests/:id/deny", endpoint: r90.POST },
  { method: "GET", path: "/api/v1/permission-requests", endpoint: r91.GET },
  { method: "POST", path: "/api/v1/permission-requests", endpoint: r91.POST },
  { method: "POST", path: "/api/v1/positions", endpoint: r92.POST },
  { method: "GET", path: "/api/v1/public/agencies/:slug/branches", endpoint: r93.GET },
  { method: "GET", path: "/api/v1/public/agencies/:slug/departures", endpoint: r94.GET },
  { method: "POST", path: "/api/v1/public/agencies/:slug/guests", endpoint: r95.POST },
  { method: "POST", path: "/api/v1/public/agencies/:slug/guests/verify", endpoint: r96.POST },
  { method: "GET", path: "/api/v1/public/agencies/:slug/logo", endpoint: r97.GET },
  { method: "GET", path: "/api/v1/public/agencies/:slug/packages/:id/photos/:photoId", endpoint: r98.GET },
  { method: "GET", path: "/api/v1/public/agencies/:slug/packages", endpoint: r99.GET },
  { method: "GET", path: "/api/v1/public/agencies/:slug", endpoint: r100.GET },
  { method: "GET", path: "/api/v1/public/statements/:code", endpoint: r101.GET },
  { method: "POST", path: "/api/v1/savings/bank-balances", endpoint: r102.POST },
  { method: "GET", path: "/api/v1/savings/books", endpoint: r103.GET },
  { method: "POST", path: "/api/v1/savings/deposits/:id/reject", endpoint: r104.POST },
  { method: "POST", path: "/api/v1/savings/deposits/:id/resubmit", endpoint: r105.POST },
  { method: "POST", path: "/api/v1/savings/deposits/:id/review", endpoint: r106.POST },
  { method: "POST", path: "/api/v1/savings/deposits/:id/take-back", endpoint: r107.POST },
  { method: "POST", path: "/api/v1/savings/deposits/:id/verify", endpoint: r108.POST },
  { method: "POST", path: "/api/v1/savings/deposits/collective", endpoint: r109.POST },
  { method: "GET", path: "/api/v1/savings/deposits", endpoint: r110.GET },
  { method: "POST", path: "/api/v1/savings/deposits", endpoint: r110.POST },
  { method: "GET", path: "/api/v1/savings/liability", endpoint: r111.GET },
  { method: "POST", path: "/api/v1/savings/periods/:id/close", endpoint: r112.POST },
  { method: "PATCH", path: "/api/v1/savings/periods/:id", endpoint: r113.PATCH },
  { method: "GET", path: "/api/v1/savings/periods", endpoint: r114.GET },
  { method: "POST", path: "/api/v1/savings/periods", endpoint: r114.POST },
  { method: "GET", path: "/api/v1/savings/plans/:id", endpoint: r115.GET },
  { method: "PATCH", path: "/api/v1/savings/plans/:id", endpoint: r115.PATCH },
  { method: "GET", path: "/api/v1/savings/plans/:id/statement", endpoint: r116.GET },
  { method: "POST", path: "/api/v1/savings/plans/:id/withdraw", endpoint: r117.POST },
  { method: "GET", path: "/api/v1/savings/plans", endpoint: r118.GET },
  { method: "POST", path: "/api/v1/savings/plans", endpoint: r118.POST },
  { method: "GET", path: "/api/v1/savings/proofs/:id/file", endpoint: r119.GET },
  { method: "GET", path: "/api/v1/savings/proofs/:id", endpoint: r120.GET },
  { method: "POST", path: "/api/v1/savings/proofs", endpoint: r121.POST },
  { method: "POST", path: "/api/v1/savings/withdrawals/:id/approve", endpoint: r122.POST },
  { method: "POST", path: "/api/v1/savings/withdrawals/:id/refuse", endpoint: r123.POST },
  { method: "GET", path: "/api/v1/savings/withdrawals", endpoint: r124.GET },
  { method: "DELETE", path: "/api/v1/trackers/:id", endpoint: r125.DELETE },
  { method: "GET", path: "/api/v1/trackers", endpoint: r126.GET },
  { method: "POST", path: "/api/v1/trackers", endpoint: r126.POST },
  { method: "GET", path: "/api/v1/users/:id/avatar", endpoint: r127.GET },
  { method: "POST", path: "/api/v1/users/:id/erase", endpoint: r128.POST },
  { method: "PATCH", path: "/api/v1/users/:id", endpoint: r129.PATCH },
  { method: "DELETE", path: "/api/v1/users/:id", endpoint: r129.DELETE },
  { method: "DELETE", path: "/api/v1/users/invitations/:id", endpoint: r130.DELETE },
  { method: "POST", path: "/api/v1/users/invitations/import", endpoint: r131.POST },
  { method: "GET", path: "/api/v1/users/invitations", endpoint: r132.GET },
  { method: "POST", path: "/api/v1/users/invitations", endpoint: r132.POST },
  { method: "GET", path: "/api/v1/users", endpoint: r133.GET },
];
