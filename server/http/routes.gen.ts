// Made by `npm run gen` from the folders below app/api. Do not edit.
import type { Endpoint } from "../doors/http";
import * as r0 from "@/app/api/v1/auth/login/route";
import * as r1 from "@/app/api/v1/auth/logout-everywhere/route";
import * as r2 from "@/app/api/v1/auth/logout/route";
import * as r3 from "@/app/api/v1/auth/profile/route";
import * as r4 from "@/app/api/v1/auth/refresh/route";
import * as r5 from "@/app/api/v1/auth/register/route";
import * as r6 from "@/app/api/v1/auth/sessions/[id]/route";
import * as r7 from "@/app/api/v1/auth/sessions/route";
import * as r8 from "@/app/api/v1/groups/[groupId]/members/[userId]/positions/route";
import * as r9 from "@/app/api/v1/groups/[groupId]/positions/route";
import * as r10 from "@/app/api/v1/ingest/osmand/[token]/route";
import * as r11 from "@/app/api/v1/ingest/owntracks/[token]/route";
import * as r12 from "@/app/api/v1/map-pack/route";
import * as r13 from "@/app/api/v1/positions/route";
import * as r14 from "@/app/api/v1/trackers/[id]/route";
import * as r15 from "@/app/api/v1/trackers/route";

export type Route = { method: string; path: string; endpoint: Endpoint };

export const routes: Route[] = [
  { method: "POST", path: "/api/v1/auth/login", endpoint: r0.POST },
  { method: "POST", path: "/api/v1/auth/logout-everywhere", endpoint: r1.POST },
  { method: "POST", path: "/api/v1/auth/logout", endpoint: r2.POST },
  { method: "GET", path: "/api/v1/auth/profile", endpoint: r3.GET },
  { method: "PATCH", path: "/api/v1/auth/profile", endpoint: r3.PATCH },
  { method: "POST", path: "/api/v1/auth/refresh", endpoint: r4.POST },
  { method: "POST", path: "/api/v1/auth/register", endpoint: r5.POST },
  { method: "DELETE", path: "/api/v1/auth/sessions/:id", endpoint: r6.DELETE },
  { method: "GET", path: "/api/v1/auth/sessions", endpoint: r7.GET },
  { method: "GET", path: "/api/v1/groups/:groupId/members/:userId/positions", endpoint: r8.GET },
  { method: "GET", path: "/api/v1/groups/:groupId/positions", endpoint: r9.GET },
  { method: "GET", path: "/api/v1/ingest/osmand/:token", endpoint: r10.GET },
  { method: "POST", path: "/api/v1/ingest/osmand/:token", endpoint: r10.POST },
  { method: "POST", path: "/api/v1/ingest/owntracks/:token", endpoint: r11.POST },
  { method: "GET", path: "/api/v1/map-pack", endpoint: r12.GET },
  { method: "PUT", path: "/api/v1/map-pack", endpoint: r12.PUT },
  { method: "DELETE", path: "/api/v1/map-pack", endpoint: r12.DELETE },
  { method: "POST", path: "/api/v1/positions", endpoint: r13.POST },
  { method: "DELETE", path: "/api/v1/trackers/:id", endpoint: r14.DELETE },
  { method: "GET", path: "/api/v1/trackers", endpoint: r15.GET },
  { method: "POST", path: "/api/v1/trackers", endpoint: r15.POST },
];
