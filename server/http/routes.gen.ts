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
import * as r11 from "@/app/api/v1/admin/jobs/[id]/retry/route";
import * as r12 from "@/app/api/v1/admin/jobs/[id]/route";
import * as r13 from "@/app/api/v1/admin/jobs/retry/route";
import * as r14 from "@/app/api/v1/admin/jobs/route";
import * as r15 from "@/app/api/v1/admin/statistics/route";
import * as r16 from "@/app/api/v1/admin/waiting/route";
import * as r17 from "@/app/api/v1/agencies/route";
import * as r18 from "@/app/api/v1/agency/accesses/route";
import * as r19 from "@/app/api/v1/agency/bank-accounts/[id]/route";
import * as r20 from "@/app/api/v1/agency/bank-accounts/route";
import * as r21 from "@/app/api/v1/agency/logo/route";
import * as r22 from "@/app/api/v1/agency/route";
import * as r23 from "@/app/api/v1/audit/route";
import * as r24 from "@/app/api/v1/auth/avatar/route";
import * as r25 from "@/app/api/v1/auth/change-password/route";
import * as r26 from "@/app/api/v1/auth/code/route";
import * as r27 from "@/app/api/v1/auth/code/verify/route";
import * as r28 from "@/app/api/v1/auth/forgot-password/route";
import * as r29 from "@/app/api/v1/auth/invitations/accept/route";
import * as r30 from "@/app/api/v1/auth/invitations/read/route";
import * as r31 from "@/app/api/v1/auth/login/route";
import * as r32 from "@/app/api/v1/auth/logout-everywhere/route";
import * as r33 from "@/app/api/v1/auth/logout/route";
import * as r34 from "@/app/api/v1/auth/profile/route";
import * as r35 from "@/app/api/v1/auth/refresh/route";
import * as r36 from "@/app/api/v1/auth/register/route";
import * as r37 from "@/app/api/v1/auth/reset-password/route";
import * as r38 from "@/app/api/v1/auth/sessions/[id]/route";
import * as r39 from "@/app/api/v1/auth/sessions/route";
import * as r40 from "@/app/api/v1/bank-lines/[id]/match/route";
import * as r41 from "@/app/api/v1/bank-lines/[id]/undo/route";
import * as r42 from "@/app/api/v1/bank-lines/route";
import * as r43 from "@/app/api/v1/bank-statements/route";
import * as r44 from "@/app/api/v1/bookings/[id]/cancel/route";
import * as r45 from "@/app/api/v1/bookings/[id]/give/route";
import * as r46 from "@/app/api/v1/bookings/[id]/payers/route";
import * as r47 from "@/app/api/v1/bookings/[id]/pilgrims/[pilgrimId]/cancel/route";
import * as r48 from "@/app/api/v1/bookings/[id]/pilgrims/[pilgrimId]/documents/route";
import * as r49 from "@/app/api/v1/bookings/[id]/pilgrims/[pilgrimId]/mrz/route";
import * as r50 from "@/app/api/v1/bookings/[id]/pilgrims/[pilgrimId]/papers/route";
import * as r51 from "@/app/api/v1/bookings/[id]/pilgrims/[pilgrimId]/route";
import * as r52 from "@/app/api/v1/bookings/[id]/pilgrims/[pilgrimId]/substitute/route";
import * as r53 from "@/app/api/v1/bookings/[id]/remind/route";
import * as r54 from "@/app/api/v1/bookings/[id]/route";
import * as r55 from "@/app/api/v1/bookings/route";
import * as r56 from "@/app/api/v1/branches/[id]/route";
import * as r57 from "@/app/api/v1/branches/route";
import * as r58 from "@/app/api/v1/chats/route";
import * as r59 from "@/app/api/v1/departures/[id]/duplicate/route";
import * as r60 from "@/app/api/v1/departures/[id]/manifest/route";
import * as r61 from "@/app/api/v1/departures/[id]/manifest/state/route";
import * as r62 from "@/app/api/v1/departures/[id]/passengers/import/route";
import * as r63 from "@/app/api/v1/departures/[id]/passengers/imports/[importId]/problems/route";
import * as r64 from "@/app/api/v1/departures/[id]/passengers/imports/[importId]/route";
import * as r65 from "@/app/api/v1/departures/[id]/passengers/imports/[importId]/start/route";
import * as r66 from "@/app/api/v1/departures/[id]/passengers/template/route";
import * as r67 from "@/app/api/v1/departures/[id]/prices/route";
import * as r68 from "@/app/api/v1/departures/[id]/readiness/route";
import * as r69 from "@/app/api/v1/departures/[id]/readiness/rules/route";
import * as r70 from "@/app/api/v1/departures/[id]/readiness/waivers/route";
import * as r71 from "@/app/api/v1/departures/[id]/rooming/route";
import * as r72 from "@/app/api/v1/departures/[id]/rooms/moves/route";
import * as r73 from "@/app/api/v1/departures/[id]/rooms/route";
import * as r74 from "@/app/api/v1/departures/[id]/rooms/suggestion/route";
import * as r75 from "@/app/api/v1/departures/[id]/rooms/undo/route";
import * as r76 from "@/app/api/v1/departures/[id]/route";
import * as r77 from "@/app/api/v1/departures/[id]/seats/moves/route";
import * as r78 from "@/app/api/v1/departures/[id]/seats/route";
import * as r79 from "@/app/api/v1/departures/[id]/seats/suggestion/route";
import * as r80 from "@/app/api/v1/departures/[id]/seats/undo/route";
import * as r81 from "@/app/api/v1/departures/[id]/waitlist/[entryId]/route";
import * as r82 from "@/app/api/v1/departures/[id]/waitlist/route";
import * as r83 from "@/app/api/v1/departures/route";
import * as r84 from "@/app/api/v1/gateway-notices/[id]/close/route";
import * as r85 from "@/app/api/v1/gateway-notices/route";
import * as r86 from "@/app/api/v1/gateways/[id]/route";
import * as r87 from "@/app/api/v1/gateways/route";
import * as r88 from "@/app/api/v1/groups/[groupId]/attachments/[id]/route";
import * as r89 from "@/app/api/v1/groups/[groupId]/attachments/route";
import * as r90 from "@/app/api/v1/groups/[groupId]/chat/looks/route";
import * as r91 from "@/app/api/v1/groups/[groupId]/chat/mute/route";
import * as r92 from "@/app/api/v1/groups/[groupId]/chat/route";
import * as r93 from "@/app/api/v1/groups/[groupId]/code/rotate/route";
import * as r94 from "@/app/api/v1/groups/[groupId]/join-requests/[userId]/approve/route";
import * as r95 from "@/app/api/v1/groups/[groupId]/join-requests/[userId]/reject/route";
import * as r96 from "@/app/api/v1/groups/[groupId]/join-requests/route";
import * as r97 from "@/app/api/v1/groups/[groupId]/looks/route";
import * as r98 from "@/app/api/v1/groups/[groupId]/members/[userId]/positions/route";
import * as r99 from "@/app/api/v1/groups/[groupId]/members/[userId]/route";
import * as r100 from "@/app/api/v1/groups/[groupId]/members/route";
import * as r101 from "@/app/api/v1/groups/[groupId]/messages/[id]/readers/route";
import * as r102 from "@/app/api/v1/groups/[groupId]/messages/route";
import * as r103 from "@/app/api/v1/groups/[groupId]/positions/route";
import * as r104 from "@/app/api/v1/groups/[groupId]/read/route";
import * as r105 from "@/app/api/v1/groups/[groupId]/route";
import * as r106 from "@/app/api/v1/groups/[groupId]/sharing/route";
import * as r107 from "@/app/api/v1/groups/join/route";
import * as r108 from "@/app/api/v1/groups/route";
import * as r109 from "@/app/api/v1/ingest/osmand/[token]/route";
import * as r110 from "@/app/api/v1/ingest/owntracks/[token]/route";
import * as r111 from "@/app/api/v1/invoices/[id]/cash/route";
import * as r112 from "@/app/api/v1/invoices/[id]/proofs/route";
import * as r113 from "@/app/api/v1/invoices/[id]/receipt.pdf/route";
import * as r114 from "@/app/api/v1/invoices/[id]/refunds/route";
import * as r115 from "@/app/api/v1/invoices/[id]/remind/route";
import * as r116 from "@/app/api/v1/invoices/[id]/route";
import * as r117 from "@/app/api/v1/invoices/[id]/transfer/route";
import * as r118 from "@/app/api/v1/invoices/route";
import * as r119 from "@/app/api/v1/map-pack/route";
import * as r120 from "@/app/api/v1/me/contacts/change/confirm/route";
import * as r121 from "@/app/api/v1/me/contacts/change/route";
import * as r122 from "@/app/api/v1/me/contacts/code/route";
import * as r123 from "@/app/api/v1/me/contacts/confirm/route";
import * as r124 from "@/app/api/v1/me/keys/route";
import * as r125 from "@/app/api/v1/messages/[id]/originals/route";
import * as r126 from "@/app/api/v1/messages/[id]/route";
import * as r127 from "@/app/api/v1/notifications/read/route";
import * as r128 from "@/app/api/v1/notifications/route";
import * as r129 from "@/app/api/v1/orders/[id]/cancel/route";
import * as r130 from "@/app/api/v1/orders/[id]/fulfil/route";
import * as r131 from "@/app/api/v1/orders/[id]/route";
import * as r132 from "@/app/api/v1/orders/[id]/undo/route";
import * as r133 from "@/app/api/v1/orders/my/route";
import * as r134 from "@/app/api/v1/orders/route";
import * as r135 from "@/app/api/v1/outbox/[id]/retry/route";
import * as r136 from "@/app/api/v1/outbox/route";
import * as r137 from "@/app/api/v1/packages/[id]/departures/route";
import * as r138 from "@/app/api/v1/packages/[id]/photos/[photoId]/route";
import * as r139 from "@/app/api/v1/packages/[id]/photos/route";
import * as r140 from "@/app/api/v1/packages/[id]/route";
import * as r141 from "@/app/api/v1/packages/route";
import * as r142 from "@/app/api/v1/payment-methods/[id]/route";
import * as r143 from "@/app/api/v1/payment-methods/route";
import * as r144 from "@/app/api/v1/permission-requests/[id]/approve/route";
import * as r145 from "@/app/api/v1/permission-requests/[id]/deny/route";
import * as r146 from "@/app/api/v1/permission-requests/route";
import * as r147 from "@/app/api/v1/positions/route";
import * as r148 from "@/app/api/v1/products/[id]/photo/route";
import * as r149 from "@/app/api/v1/products/[id]/route";
import * as r150 from "@/app/api/v1/products/route";
import * as r151 from "@/app/api/v1/proofs/[id]/file/route";
import * as r152 from "@/app/api/v1/proofs/[id]/link/route";
import * as r153 from "@/app/api/v1/proofs/[id]/review/route";
import * as r154 from "@/app/api/v1/proofs/[id]/route";
import * as r155 from "@/app/api/v1/proofs/[id]/undo/route";
import * as r156 from "@/app/api/v1/proofs/[id]/verify/route";
import * as r157 from "@/app/api/v1/proofs/route";
import * as r158 from "@/app/api/v1/public/agencies/[slug]/branches/route";
import * as r159 from "@/app/api/v1/public/agencies/[slug]/departures/route";
import * as r160 from "@/app/api/v1/public/agencies/[slug]/guests/route";
import * as r161 from "@/app/api/v1/public/agencies/[slug]/guests/verify/route";
import * as r162 from "@/app/api/v1/public/agencies/[slug]/logo/route";
import * as r163 from "@/app/api/v1/public/agencies/[slug]/packages/[id]/photos/[photoId]/route";
import * as r164 from "@/app/api/v1/public/agencies/[slug]/packages/route";
import * as r165 from "@/app/api/v1/public/agencies/[slug]/route";
import * as r166 from "@/app/api/v1/public/statements/[code]/route";
import * as r167 from "@/app/api/v1/readiness-rules/route";
import * as r168 from "@/app/api/v1/refunds/[id]/approve/route";
import * as r169 from "@/app/api/v1/refunds/[id]/refuse/route";
import * as r170 from "@/app/api/v1/refunds/route";
import * as r171 from "@/app/api/v1/reports/[name]/route";
import * as r172 from "@/app/api/v1/savings/bank-balances/route";
import * as r173 from "@/app/api/v1/savings/books/route";
import * as r174 from "@/app/api/v1/savings/deposits/[id]/reject/route";
import * as r175 from "@/app/api/v1/savings/deposits/[id]/resubmit/route";
import * as r176 from "@/app/api/v1/savings/deposits/[id]/review/route";
import * as r177 from "@/app/api/v1/savings/deposits/[id]/take-back/route";
import * as r178 from "@/app/api/v1/savings/deposits/[id]/undo/route";
import * as r179 from "@/app/api/v1/savings/deposits/[id]/verify/route";
import * as r180 from "@/app/api/v1/savings/deposits/collective/route";
import * as r181 from "@/app/api/v1/savings/deposits/route";
import * as r182 from "@/app/api/v1/savings/liability/route";
import * as r183 from "@/app/api/v1/savings/periods/[id]/close/route";
import * as r184 from "@/app/api/v1/savings/periods/[id]/route";
import * as r185 from "@/app/api/v1/savings/periods/route";
import * as r186 from "@/app/api/v1/savings/plans/[id]/changes/route";
import * as r187 from "@/app/api/v1/savings/plans/[id]/convert/route";
import * as r188 from "@/app/api/v1/savings/plans/[id]/route";
import * as r189 from "@/app/api/v1/savings/plans/[id]/statement.pdf/route";
import * as r190 from "@/app/api/v1/savings/plans/[id]/statement/route";
import * as r191 from "@/app/api/v1/savings/plans/[id]/withdraw/route";
import * as r192 from "@/app/api/v1/savings/plans/route";
import * as r193 from "@/app/api/v1/savings/proofs/[id]/file/route";
import * as r194 from "@/app/api/v1/savings/proofs/[id]/route";
import * as r195 from "@/app/api/v1/savings/proofs/route";
import * as r196 from "@/app/api/v1/savings/withdrawals/[id]/approve/route";
import * as r197 from "@/app/api/v1/savings/withdrawals/[id]/refuse/route";
import * as r198 from "@/app/api/v1/savings/withdrawals/[id]/take-back/route";
import * as r199 from "@/app/api/v1/savings/withdrawals/[id]/undo/route";
import * as r200 from "@/app/api/v1/savings/withdrawals/route";
import * as r201 from "@/app/api/v1/trackers/[id]/route";
import * as r202 from "@/app/api/v1/trackers/route";
import * as r203 from "@/app/api/v1/users/[id]/avatar/route";
import * as r204 from "@/app/api/v1/users/[id]/erase/route";
import * as r205 from "@/app/api/v1/users/[id]/permissions/take-back/route";
import * as r206 from "@/app/api/v1/users/[id]/route";
import * as r207 from "@/app/api/v1/users/[id]/ties/route";
import * as r208 from "@/app/api/v1/users/invitations/[id]/route";
import * as r209 from "@/app/api/v1/users/invitations/import/route";
import * as r210 from "@/app/api/v1/users/invitations/route";
import * as r211 from "@/app/api/v1/users/route";
import * as r212 from "@/app/api/v1/waitlist/route";
import * as r213 from "@/app/api/v1/webhook/payments/[gateway]/[token]/route";

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
  { method: "POST", path: "/api/v1/admin/jobs/:id/retry", endpoint: r11.POST },
  { method: "DELETE", path: "/api/v1/admin/jobs/:id", endpoint: r12.DELETE },
  { method: "POST", path: "/api/v1/admin/jobs/retry", endpoint: r13.POST },
  { method: "GET", path: "/api/v1/admin/jobs", endpoint: r14.GET },
  { method: "GET", path: "/api/v1/admin/statistics", endpoint: r15.GET },
  { method: "GET", path: "/api/v1/admin/waiting", endpoint: r16.GET },
  { method: "GET", path: "/api/v1/agencies", endpoint: r17.GET },
  { method: "POST", path: "/api/v1/agencies", endpoint: r17.POST },
  { method: "GET", path: "/api/v1/agency/accesses", endpoint: r18.GET },
  { method: "DELETE", path: "/api/v1/agency/bank-accounts/:id", endpoint: r19.DELETE },
  { method: "GET", path: "/api/v1/agency/bank-accounts", endpoint: r20.GET },
  { method: "POST", path: "/api/v1/agency/bank-accounts", endpoint: r20.POST },
  { method: "PUT", path: "/api/v1/agency/logo", endpoint: r21.PUT },
  { method: "DELETE", path: "/api/v1/agency/logo", endpoint: r21.DELETE },
  { method: "GET", path: "/api/v1/agency", endpoint: r22.GET },
  { method: "PATCH", path: "/api/v1/agency", endpoint: r22.PATCH },
  { method: "GET", path: "/api/v1/audit", endpoint: r23.GET },
  { method: "GET", path: "/api/v1/auth/avatar", endpoint: r24.GET },
  { method: "PUT", path: "/api/v1/auth/avatar", endpoint: r24.PUT },
  { method: "DELETE", path: "/api/v1/auth/avatar", endpoint: r24.DELETE },
  { method: "POST", path: "/api/v1/auth/change-password", endpoint: r25.POST },
  { method: "POST", path: "/api/v1/auth/code", endpoint: r26.POST },
  { method: "POST", path: "/api/v1/auth/code/verify", endpoint: r27.POST },
  { method: "POST", path: "/api/v1/auth/forgot-password", endpoint: r28.POST },
  { method: "POST", path: "/api/v1/auth/invitations/accept", endpoint: r29.POST },
  { method: "POST", path: "/api/v1/auth/invitations/read", endpoint: r30.POST },
  { method: "POST", path: "/api/v1/auth/login", endpoint: r31.POST },
  { method: "POST", path: "/api/v1/auth/logout-everywhere", endpoint: r32.POST },
  { method: "POST", path: "/api/v1/auth/logout", endpoint: r33.POST },
  { method: "GET", path: "/api/v1/auth/profile", endpoint: r34.GET },
  { method: "PATCH", path: "/api/v1/auth/profile", endpoint: r34.PATCH },
  { method: "POST", path: "/api/v1/auth/refresh", endpoint: r35.POST },
  { method: "POST", path: "/api/v1/auth/register", endpoint: r36.POST },
  { method: "POST", path: "/api/v1/auth/reset-password", endpoint: r37.POST },
  { method: "DELETE", path: "/api/v1/auth/sessions/:id", endpoint: r38.DELETE },
  { method: "GET", path: "/api/v1/auth/sessions", endpoint: r39.GET },
  { method: "POST", path: "/api/v1/bank-lines/:id/match", endpoint: r40.POST },
  { method: "POST", path: "/api/v1/bank-lines/:id/undo", endpoint: r41.POST },
  { method: "GET", path: "/api/v1/bank-lines", endpoint: r42.GET },
  { method: "POST", path: "/api/v1/bank-statements", endpoint: r43.POST },
  { method: "GET", path: "/api/v1/bookings/:id/cancel", endpoint: r44.GET },
  { method: "POST", path: "/api/v1/bookings/:id/cancel", endpoint: r44.POST },
  { method: "POST", path: "/api/v1/bookings/:id/give", endpoint: r45.POST },
  { method: "GET", path: "/api/v1/bookings/:id/payers", endpoint: r46.GET },
  { method: "POST", path: "/api/v1/bookings/:id/pilgrims/:pilgrimId/cancel", endpoint: r47.POST },
  { method: "PUT", path: "/api/v1/bookings/:id/pilgrims/:pilgrimId/documents", endpoint: r48.PUT },
  { method: "POST", path: "/api/v1/bookings/:id/pilgrims/:pilgrimId/mrz", endpoint: r49.POST },
  { method: "POST", path: "/api/v1/bookings/:id/pilgrims/:pilgrimId/papers", endpoint: r50.POST },
  { method: "PATCH", path: "/api/v1/bookings/:id/pilgrims/:pilgrimId", endpoint: r51.PATCH },
  { method: "POST", path: "/api/v1/bookings/:id/pilgrims/:pilgrimId/substitute", endpoint: r52.POST },
  { method: "POST", path: "/api/v1/bookings/:id/remind", endpoint: r53.POST },
  { method: "GET", path: "/api/v1/bookings/:id", endpoint: r54.GET },
  { method: "PATCH", path: "/api/v1/bookings/:id", endpoint: r54.PATCH },
  { method: "GET", path: "/api/v1/bookings", endpoint: r55.GET },
  { method: "POST", path: "/api/v1/bookings", endpoint: r55.POST },
  { method: "GET", path: "/api/v1/branches/:id", endpoint: r56.GET },
  { method: "PATCH", path: "/api/v1/branches/:id", endpoint: r56.PATCH },
  { method: "DELETE", path: "/api/v1/branches/:id", endpoint: r56.DELETE },
  { method: "GET", path: "/api/v1/branches", endpoint: r57.GET },
  { method: "POST", path: "/api/v1/branches", endpoint: r57.POST },
  { method: "GET", path: "/api/v1/chats", endpoint: r58.GET },
  { method: "POST", path: "/api/v1/departures/:id/duplicate", endpoint: r59.POST },
  { method: "GET", path: "/api/v1/departures/:id/manifest", endpoint: r60.GET },
  { method: "POST", path: "/api/v1/departures/:id/manifest", endpoint: r60.POST },
  { method: "GET", path: "/api/v1/departures/:id/manifest/state", endpoint: r61.GET },
  { method: "POST", path: "/api/v1/departures/:id/passengers/import", endpoint: r62.POST },
  { method: "GET", path: "/api/v1/departures/:id/passengers/imports/:importId/problems", endpoint: r63.GET },
  { method: "GET", path: "/api/v1/departures/:id/passengers/imports/:importId", endpoint: r64.GET },
  { method: "PATCH", path: "/api/v1/departures/:id/passengers/imports/:importId", endpoint: r64.PATCH },
  { method: "POST", path: "/api/v1/departures/:id/passengers/imports/:importId/start", endpoint: r65.POST },
  { method: "GET", path: "/api/v1/departures/:id/passengers/template", endpoint: r66.GET },
  { method: "GET", path: "/api/v1/departures/:id/prices", endpoint: r67.GET },
  { method: "POST", path: "/api/v1/departures/:id/prices", endpoint: r67.POST },
  { method: "GET", path: "/api/v1/departures/:id/readiness", endpoint: r68.GET },
  { method: "POST", path: "/api/v1/departures/:id/readiness", endpoint: r68.POST },
  { method: "GET", path: "/api/v1/departures/:id/readiness/rules", endpoint: r69.GET },
  { method: "PUT", path: "/api/v1/departures/:id/readiness/rules", endpoint: r69.PUT },
  { method: "POST", path: "/api/v1/departures/:id/readiness/waivers", endpoint: r70.POST },
  { method: "GET", path: "/api/v1/departures/:id/rooming", endpoint: r71.GET },
  { method: "POST", path: "/api/v1/departures/:id/rooms/moves", endpoint: r72.POST },
  { method: "GET", path: "/api/v1/departures/:id/rooms", endpoint: r73.GET },
  { method: "PUT", path: "/api/v1/departures/:id/rooms", endpoint: r73.PUT },
  { method: "POST", path: "/api/v1/departures/:id/rooms/suggestion", endpoint: r74.POST },
  { method: "POST", path: "/api/v1/departures/:id/rooms/undo", endpoint: r75.POST },
  { method: "GET", path: "/api/v1/departures/:id", endpoint: r76.GET },
  { method: "PATCH", path: "/api/v1/departures/:id", endpoint: r76.PATCH },
  { method: "POST", path: "/api/v1/departures/:id/seats/moves", endpoint: r77.POST },
  { method: "GET", path: "/api/v1/departures/:id/seats", endpoint: r78.GET },
  { method: "PUT", path: "/api/v1/departures/:id/seats", endpoint: r78.PUT },
  { method: "POST", path: "/api/v1/departures/:id/seats/suggestion", endpoint: r79.POST },
  { method: "POST", path: "/api/v1/departures/:id/seats/undo", endpoint: r80.POST },
  { method: "DELETE", path: "/api/v1/departures/:id/waitlist/:entryId", endpoint: r81.DELETE },
  { method: "GET", path: "/api/v1/departures/:id/waitlist", endpoint: r82.GET },
  { method: "POST", path: "/api/v1/departures/:id/waitlist", endpoint: r82.POST },
  { method: "GET", path: "/api/v1/departures", endpoint: r83.GET },
  { method: "POST", path: "/api/v1/gateway-notices/:id/close", endpoint: r84.POST },
  { method: "GET", path: "/api/v1/gateway-notices", endpoint: r85.GET },
  { method: "DELETE", path: "/api/v1/gateways/:id", endpoint: r86.DELETE },
  { method: "GET", path: "/api/v1/gateways", endpoint: r87.GET },
  { method: "POST", path: "/api/v1/gateways", endpoint: r87.POST },
  { method: "GET", path: "/api/v1/groups/:groupId/attachments/:id", endpoint: r88.GET },
  { method: "POST", path: "/api/v1/groups/:groupId/attachments", endpoint: r89.POST },
  { method: "POST", path: "/api/v1/groups/:groupId/chat/looks", endpoint: r90.POST },
  { method: "PUT", path: "/api/v1/groups/:groupId/chat/mute", endpoint: r91.PUT },
  { method: "GET", path: "/api/v1/groups/:groupId/chat", endpoint: r92.GET },
  { method: "PATCH", path: "/api/v1/groups/:groupId/chat", endpoint: r92.PATCH },
  { method: "POST", path: "/api/v1/groups/:groupId/code/rotate", endpoint: r93.POST },
  { method: "POST", path: "/api/v1/groups/:groupId/join-requests/:userId/approve", endpoint: r94.POST },
  { method: "POST", path: "/api/v1/groups/:groupId/join-requests/:userId/reject", endpoint: r95.POST },
  { method: "GET", path: "/api/v1/groups/:groupId/join-requests", endpoint: r96.GET },
  { method: "GET", path: "/api/v1/groups/:groupId/looks", endpoint: r97.GET },
  { method: "GET", path: "/api/v1/groups/:groupId/members/:userId/positions", endpoint: r98.GET },
  { method: "PATCH", path: "/api/v1/groups/:groupId/members/:userId", endpoint: r99.PATCH },
  { method: "DELETE", path: "/api/v1/groups/:groupId/members/:userId", endpoint: r99.DELETE },
  { method: "GET", path: "/api/v1/groups/:groupId/members", endpoint: r100.GET },
  { method: "POST", path: "/api/v1/groups/:groupId/members", endpoint: r100.POST },
  { method: "GET", path: "/api/v1/groups/:groupId/messages/:id/readers", endpoint: r101.GET },
  { method: "GET", path: "/api/v1/groups/:groupId/messages", endpoint: r102.GET },
  { method: "POST", path: "/api/v1/groups/:groupId/messages", endpoint: r102.POST },
  { method: "GET", path: "/api/v1/groups/:groupId/positions", endpoint: r103.GET },
  { method: "POST", path: "/api/v1/groups/:groupId/read", endpoint: r104.POST },
  { method: "GET", path: "/api/v1/groups/:groupId", endpoint: r105.GET },
  { method: "PATCH", path: "/api/v1/groups/:groupId", endpoint: r105.PATCH },
  { method: "PUT", path: "/api/v1/groups/:groupId/sharing", endpoint: r106.PUT },
  { method: "POST", path: "/api/v1/groups/join", endpoint: r107.POST },
  { method: "GET", path: "/api/v1/groups", endpoint: r108.GET },
  { method: "POST", path: "/api/v1/groups", endpoint: r108.POST },
  { method: "GET", path: "/api/v1/ingest/osmand/:token", endpoint: r109.GET },
  { method: "POST", path: "/api/v1/ingest/osmand/:token", endpoint: r109.POST },
  { method: "POST", path: "/api/v1/ingest/owntracks/:token", endpoint: r110.POST },
  { method: "POST", path: "/api/v1/invoices/:id/cash", endpoint: r111.POST },
  { method: "POST", path: "/api/v1/invoices/:id/proofs", endpoint: r112.POST },
  { method: "GET", path: "/api/v1/invoices/:id/receipt.pdf", endpoint: r113.GET },
  { method: "POST", path: "/api/v1/invoices/:id/refunds", endpoint: r114.POST },
  { method: "POST", path: "/api/v1/invoices/:id/remind", endpoint: r115.POST },
  { method: "GET", path: "/api/v1/invoices/:id", endpoint: r116.GET },
  { method: "POST", path: "/api/v1/invoices/:id/transfer", endpoint: r117.POST },
  { method: "GET", path: "/api/v1/invoices", endpoint: r118.GET },
  { method: "GET", path: "/api/v1/map-pack", endpoint: r119.GET },
  { method: "PUT", path: "/api/v1/map-pack", endpoint: r119.PUT },
  { method: "DELETE", path: "/api/v1/map-pack", endpoint: r119.DELETE },
  { method: "POST", path: "/api/v1/me/contacts/change/confirm", endpoint: r120.POST },
  { method: "POST", path: "/api/v1/me/contacts/change", endpoint: r121.POST },
  { method: "POST", path: "/api/v1/me/contacts/code", endpoint: r122.POST },
  { method: "POST", path: "/api/v1/me/contacts/confirm", endpoint: r123.POST },
  { method: "GET", path: "/api/v1/me/keys", endpoint: r124.GET },
  { method: "POST", path: "/api/v1/me/keys", endpoint: r124.POST },
  { method: "GET", path: "/api/v1/messages/:id/originals", endpoint: r125.GET },
  { method: "PATCH", path: "/api/v1/messages/:id", endpoint: r126.PATCH },
  { method: "DELETE", path: "/api/v1/messages/:id", endpoint: r126.DELETE },
  { method: "POST", path: "/api/v1/notifications/read", endpoint: r127.POST },
  { method: "GET", path: "/api/v1/notifications", endpoint: r128.GET },
  { method: "POST", path: "/api/v1/orders/:id/cancel", endpoint: r129.POST },
  { method: "POST", path: "/api/v1/orders/:id/fulfil", endpoint: r130.POST },
  { method: "GET", path: "/api/v1/orders/:id", endpoint: r131.GET },
  { method: "POST", path: "/api/v1/orders/:id/undo", endpoint: r132.POST },
  { method: "GET", path: "/api/v1/orders/my", endpoint: r133.GET },
  { method: "GET", path: "/api/v1/orders", endpoint: r134.GET },
  { method: "POST", path: "/api/v1/orders", endpoint: r134.POST },
  { method: "POST", path: "/api/v1/outbox/:id/retry", endpoint: r135.POST },
  { method: "GET", path: "/api/v1/outbox", endpoint: r136.GET },
  { method: "GET", path: "/api/v1/packages/:id/departures", endpoint: r137.GET },
  { method: "POST", path: "/api/v1/packages/:id/departures", endpoint: r137.POST },
  { method: "DELETE", path: "/api/v1/packages/:id/photos/:photoId", endpoint: r138.DELETE },
  { method: "POST", path: "/api/v1/packages/:id/photos", endpoint: r139.POST },
  { method: "GET", path: "/api/v1/packages/:id", endpoint: r140.GET },
  { method: "PATCH", path: "/api/v1/packages/:id", endpoint: r140.PATCH },
  { method: "DELETE", path: "/api/v1/packages/:id", endpoint: r140.DELETE },
  { method: "GET", path: "/api/v1/packages", endpoint: r141.GET },
  { method: "POST", path: "/api/v1/packages", endpoint: r141.POST },
  { method: "PATCH", path: "/api/v1/payment-methods/:id", endpoint: r142.PATCH },
  { method: "DELETE", path: "/api/v1/payment-methods/:id", endpoint: r142.DELETE },
  { method: "GET", path: "/api/v1/payment-methods", endpoint: r143.GET },
  { method: "POST", path: "/api/v1/payment-methods", endpoint: r143.POST },
  { method: "POST", path: "/api/v1/permission-requests/:id/approve", endpoint: r144.POST },
  { method: "POST", path: "/api/v1/permission-requests/:id/deny", endpoint: r145.POST },
  { method: "GET", path: "/api/v1/permission-requests", endpoint: r146.GET },
  { method: "POST", path: "/api/v1/permission-requests", endpoint: r146.POST },
  { method: "POST", path: "/api/v1/positions", endpoint: r147.POST },
  { method: "GET", path: "/api/v1/products/:id/photo", endpoint: r148.GET },
  { method: "POST", path: "/api/v1/products/:id/photo", endpoint: r148.POST },
  { method: "GET", path: "/api/v1/products/:id", endpoint: r149.GET },
  { method: "PATCH", path: "/api/v1/products/:id", endpoint: r149.PATCH },
  { method: "DELETE", path: "/api/v1/products/:id", endpoint: r149.DELETE },
  { method: "GET", path: "/api/v1/products", endpoint: r150.GET },
  { method: "POST", path: "/api/v1/products", endpoint: r150.POST },
  { method: "GET", path: "/api/v1/proofs/:id/file", endpoint: r151.GET },
  { method: "GET", path: "/api/v1/proofs/:id/link", endpoint: r152.GET },
  { method: "POST", path: "/api/v1/proofs/:id/review", endpoint: r153.POST },
  { method: "GET", path: "/api/v1/proofs/:id", endpoint: r154.GET },
  { method: "POST", path: "/api/v1/proofs/:id/undo", endpoint: r155.POST },
  { method: "PATCH", path: "/api/v1/proofs/:id/verify", endpoint: r156.PATCH },
  { method: "GET", path: "/api/v1/proofs", endpoint: r157.GET },
  { method: "GET", path: "/api/v1/public/agencies/:slug/branches", endpoint: r158.GET },
  { method: "GET", path: "/api/v1/public/agencies/:slug/departures", endpoint: r159.GET },
  { method: "POST", path: "/api/v1/public/agencies/:slug/guests", endpoint: r160.POST },
  { method: "POST", path: "/api/v1/public/agencies/:slug/guests/verify", endpoint: r161.POST },
  { method: "GET", path: "/api/v1/public/agencies/:slug/logo", endpoint: r162.GET },
  { method: "GET", path: "/api/v1/public/agencies/:slug/packages/:id/photos/:photoId", endpoint: r163.GET },
  { method: "GET", path: "/api/v1/public/agencies/:slug/packages", endpoint: r164.GET },
  { method: "GET", path: "/api/v1/public/agencies/:slug", endpoint: r165.GET },
  { method: "GET", path: "/api/v1/public/statements/:code", endpoint: r166.GET },
  { method: "GET", path: "/api/v1/readiness-rules", endpoint: r167.GET },
  { method: "PUT", path: "/api/v1/readiness-rules", endpoint: r167.PUT },
  { method: "POST", path: "/api/v1/refunds/:id/approve", endpoint: r168.POST },
  { method: "POST", path: "/api/v1/refunds/:id/refuse", endpoint: r169.POST },
  { method: "GET", path: "/api/v1/refunds", endpoint: r170.GET },
  { method: "GET", path: "/api/v1/reports/:name", endpoint: r171.GET },
  { method: "POST", path: "/api/v1/savings/bank-balances", endpoint: r172.POST },
  { method: "GET", path: "/api/v1/savings/books", endpoint: r173.GET },
  { method: "POST", path: "/api/v1/savings/deposits/:id/reject", endpoint: r174.POST },
  { method: "POST", path: "/api/v1/savings/deposits/:id/resubmit", endpoint: r175.POST },
  { method: "POST", path: "/api/v1/savings/deposits/:id/review", endpoint: r176.POST },
  { method: "POST", path: "/api/v1/savings/deposits/:id/take-back", endpoint: r177.POST },
  { method: "POST", path: "/api/v1/savings/deposits/:id/undo", endpoint: r178.POST },
  { method: "POST", path: "/api/v1/savings/deposits/:id/verify", endpoint: r179.POST },
  { method: "POST", path: "/api/v1/savings/deposits/collective", endpoint: r180.POST },
  { method: "GET", path: "/api/v1/savings/deposits", endpoint: r181.GET },
  { method: "POST", path: "/api/v1/savings/deposits", endpoint: r181.POST },
  { method: "GET", path: "/api/v1/savings/liability", endpoint: r182.GET },
  { method: "POST", path: "/api/v1/savings/periods/:id/close", endpoint: r183.POST },
  { method: "PATCH", path: "/api/v1/savings/periods/:id", endpoint: r184.PATCH },
  { method: "GET", path: "/api/v1/savings/periods", endpoint: r185.GET },
  { method: "POST", path: "/api/v1/savings/periods", endpoint: r185.POST },
  { method: "GET", path: "/api/v1/savings/plans/:id/changes", endpoint: r186.GET },
  { method: "POST", path: "/api/v1/savings/plans/:id/convert", endpoint: r187.POST },
  { method: "GET", path: "/api/v1/savings/plans/:id", endpoint: r188.GET },
  { method: "PATCH", path: "/api/v1/savings/plans/:id", endpoint: r188.PATCH },
  { method: "GET", path: "/api/v1/savings/plans/:id/statement.pdf", endpoint: r189.GET },
  { method: "GET", path: "/api/v1/savings/plans/:id/statement", endpoint: r190.GET },
  { method: "POST", path: "/api/v1/savings/plans/:id/withdraw", endpoint: r191.POST },
  { method: "GET", path: "/api/v1/savings/plans", endpoint: r192.GET },
  { method: "POST", path: "/api/v1/savings/plans", endpoint: r192.POST },
  { method: "GET", path: "/api/v1/savings/proofs/:id/file", endpoint: r193.GET },
  { method: "GET", path: "/api/v1/savings/proofs/:id", endpoint: r194.GET },
  { method: "POST", path: "/api/v1/savings/proofs", endpoint: r195.POST },
  { method: "POST", path: "/api/v1/savings/withdrawals/:id/approve", endpoint: r196.POST },
  { method: "POST", path: "/api/v1/savings/withdrawals/:id/refuse", endpoint: r197.POST },
  { method: "POST", path: "/api/v1/savings/withdrawals/:id/take-back", endpoint: r198.POST },
  { method: "POST", path: "/api/v1/savings/withdrawals/:id/undo", endpoint: r199.POST },
  { method: "GET", path: "/api/v1/savings/withdrawals", endpoint: r200.GET },
  { method: "DELETE", path: "/api/v1/trackers/:id", endpoint: r201.DELETE },
  { method: "GET", path: "/api/v1/trackers", endpoint: r202.GET },
  { method: "POST", path: "/api/v1/trackers", endpoint: r202.POST },
  { method: "GET", path: "/api/v1/users/:id/avatar", endpoint: r203.GET },
  { method: "POST", path: "/api/v1/users/:id/erase", endpoint: r204.POST },
  { method: "POST", path: "/api/v1/users/:id/permissions/take-back", endpoint: r205.POST },
  { method: "PATCH", path: "/api/v1/users/:id", endpoint: r206.PATCH },
  { method: "DELETE", path: "/api/v1/users/:id", endpoint: r206.DELETE },
  { method: "GET", path: "/api/v1/users/:id/ties", endpoint: r207.GET },
  { method: "DELETE", path: "/api/v1/users/invitations/:id", endpoint: r208.DELETE },
  { method: "POST", path: "/api/v1/users/invitations/import", endpoint: r209.POST },
  { method: "GET", path: "/api/v1/users/invitations", endpoint: r210.GET },
  { method: "POST", path: "/api/v1/users/invitations", endpoint: r210.POST },
  { method: "GET", path: "/api/v1/users", endpoint: r211.GET },
  { method: "GET", path: "/api/v1/waitlist", endpoint: r212.GET },
  { method: "POST", path: "/api/v1/webhook/payments/:gateway/:token", endpoint: r213.POST },
];
