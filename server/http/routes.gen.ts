// Made by `npm run gen` from the folders below app/api. Do not edit.
import type { Endpoint } from "../doors/http";
import * as r0 from "@/app/api/v1/agencies/route";
import * as r1 from "@/app/api/v1/agency/route";
import * as r2 from "@/app/api/v1/auth/login/route";
import * as r3 from "@/app/api/v1/auth/logout-everywhere/route";
import * as r4 from "@/app/api/v1/auth/logout/route";
import * as r5 from "@/app/api/v1/auth/profile/route";
import * as r6 from "@/app/api/v1/auth/refresh/route";
import * as r7 from "@/app/api/v1/auth/register/route";
import * as r8 from "@/app/api/v1/auth/sessions/[id]/route";
import * as r9 from "@/app/api/v1/auth/sessions/route";
import * as r10 from "@/app/api/v1/branches/route";
import * as r11 from "@/app/api/v1/groups/[groupId]/code/rotate/route";
import * as r12 from "@/app/api/v1/groups/[groupId]/join-requests/[userId]/approve/route";
import * as r13 from "@/app/api/v1/groups/[groupId]/join-requests/[userId]/reject/route";
import * as r14 from "@/app/api/v1/groups/[groupId]/join-requests/route";
import * as r15 from "@/app/api/v1/groups/[groupId]/looks/route";
import * as r16 from "@/app/api/v1/groups/[groupId]/members/[userId]/positions/route";
import * as r17 from "@/app/api/v1/groups/[groupId]/members/[userId]/route";
import * as r18 from "@/app/api/v1/groups/[groupId]/members/route";
import * as r19 from "@/app/api/v1/groups/[groupId]/positions/route";
import * as r20 from "@/app/api/v1/groups/[groupId]/route";
import * as r21 from "@/app/api/v1/groups/[groupId]/sharing/route";
import * as r22 from "@/app/api/v1/groups/join/route";
import * as r23 from "@/app/api/v1/groups/route";
import * as r24 from "@/app/api/v1/ingest/osmand/[token]/route";
import * as r25 from "@/app/api/v1/ingest/owntracks/[token]/route";
import * as r26 from "@/app/api/v1/map-pack/route";
import * as r27 from "@/app/api/v1/positions/route";
import * as r28 from "@/app/api/v1/trackers/[id]/route";
import * as r29 from "@/app/api/v1/trackers/route";

export type Route = { method: string; path: string; endpoint: Endpoint };

export const routes: Route[] = [
  { method: "GET", path: "/api/v1/agencies", endpoint: r0.GET },
  { method: "GET", path: "/api/v1/agency", endpoint: r1.GET },
  { method: "POST", path: "/api/v1/auth/login", endpoint: r2.POST },
  { method: "POST", path: "/api/v1/auth/logout-everywhere", endpoint: r3.POST },
  { method: "POST", path: "/api/v1/auth/logout", endpoint: r4.POST },
  { method: "GET", path: "/api/v1/auth/profile", endpoint: r5.GET },
  { method: "PATCH", path: "/api/v1/auth/profile", endpoint: r5.PATCH },
  { method: "POST", path: "/api/v1/auth/refresh", endpoint: r6.POST },
  { method: "POST", path: "/api/v1/auth/register", endpoint: r7.POST },
  { method: "DELETE", path: "/api/v1/auth/sessions/:id", endpoint: r8.DELETE },
  { method: "GET", path: "/api/v1/auth/sessions", endpoint: r9.GET },
  { method: "GET", path: "/api/v1/branches", endpoint: r10.GET },
  { method: "POST", path: "/api/v1/branches", endpoint: r10.POST },
  { method: "POST", path: "/api/v1/groups/:groupId/code/rotate", endpoint: r11.POST },
  { method: "POST", path: "/api/v1/groups/:groupId/join-requests/:userId/approve", endpoint: r12.POST },
  { method: "POST", path: "/api/v1/groups/:groupId/join-requests/:userId/reject", endpoint: r13.POST },
  { method: "GET", path: "/api/v1/groups/:groupId/join-requests", endpoint: r14.GET },
  { method: "GET", path: "/api/v1/groups/:groupId/looks", endpoint: r15.GET },
  { method: "GET", path: "/api/v1/groups/:groupId/members/:userId/positions", endpoint: r16.GET },
  { method: "PATCH", path: "/api/v1/groups/:groupId/members/:userId", endpoint: r17.PATCH },
  { method: "DELETE", path: "/api/v1/groups/:groupId/members/:userId", endpoint: r17.DELETE },
  { method: "GET", path: "/api/v1/groups/:groupId/members", endpoint: r18.GET },
  { method: "POST", path: "/api/v1/groups/:groupId/members", endpoint: r18.POST },
  { method: "GET", path: "/api/v1/groups/:groupId/positions", endpoint: r19.GET },
  { method: "GET", path: "/api/v1/groups/:groupId", endpoint: r20.GET },
  { method: "PATCH", path: "/api/v1/groups/:groupId", endpoint: r20.PATCH },
  { method: "PUT", path: "/api/v1/groups/:groupId/sharing", endpoint: r21.PUT },
  { method: "POST", path: "/api/v1/groups/join", endpoint: r22.POST },
  { method: "GET", path: "/api/v1/groups", endpoint: r23.GET },
  { method: "POST", path: "/api/v1/groups", endpoint: r23.POST },
  { method: "GET", path: "/api/v1/ingest/osmand/:token", endpoint: r24.GET },
  { method: "POST", path: "/api/v1/ingest/osmand/:token", endpoint: r24.POST },
  { method: "POST", path: "/api/v1/ingest/owntracks/:token", endpoint: r25.POST },
  { method: "GET", path: "/api/v1/map-pack", endpoint: r26.GET },
  { method: "PUT", path: "/api/v1/map-pack", endpoint: r26.PUT },
  { method: "DELETE", path: "/api/v1/map-pack", endpoint: r26.DELETE },
  { method: "POST", path: "/api/v1/positions", endpoint: r27.POST },
  { method: "DELETE", path: "/api/v1/trackers/:id", endpoint: r28.DELETE },
  { method: "GET", path: "/api/v1/trackers", endpoint: r29.GET },
  { method: "POST", path: "/api/v1/trackers", endpoint: r29.POST },
];
