import { z } from "zod";
import { Instant } from "@/lib/kernel/clock";
import { PageInput, pageOf } from "@/lib/kernel/page";
import { textBlock } from "@/lib/kernel/text";

const ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e50";
const USER = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e21";

/** What staff may be given beside their roles. */
export const Permission = z.enum([
  "edit_schedule",
  "edit_services",
  "edit_profile",
  "upload_photos",
  "manage_bookings",
  "view_analytics",
  "verify_payments",
  "export_data",
]);
export type Permission = z.output<typeof Permission>;
export const RequestStatus = z.enum(["open", "approved", "denied", "taken_back"]);

export const PermissionRequest = z
  .strictObject({
    id: z.uuid(),
    userId: z.uuid(),
    personName: z.string(),
    permission: Permission,
    reason: z.string(),
    grantsBefore: z.array(z.string()),
    grantsAfter: z.array(z.string()),
    status: RequestStatus,
    note: z.string().nullable(),
    decidedAt: Instant.nullable(),
    createdAt: Instant,
    mayDecide: z.boolean(),
  })
  .meta({
    examples: [
      {
        id: ID,
        userId: USER,
        personName: "Opik Operator",
        permission: "export_data",
        reason: "The airline asks for the list.",
        grantsBefore: [],
        grantsAfter: ["export_data"],
        status: "open",
        note: null,
        decidedAt: null,
        createdAt: "2026-11-18T01:00:00.000Z",
        mayDecide: true,
      },
    ],
  });
export type PermissionRequest = z.output<typeof PermissionRequest>;
export const PermissionRequestPage = pageOf(PermissionRequest);
export const ListRequests = z.strictObject({ ...PageInput.shape, status: RequestStatus.optional() });
export type ListRequests = z.output<typeof ListRequests>;

export const AskPermission = z
  .strictObject({ permission: Permission, reason: textBlock(500) })
  .meta({ examples: [{ permission: "export_data", reason: "The airline asks for the list." }] });
export const DecideRequest = z
  .strictObject({ id: z.uuid(), note: textBlock(500).optional() })
  .meta({ examples: [{ id: ID, note: "Until the end of the season." }] });
export const TakeBackPermission = z
  .strictObject({ id: z.uuid(), permission: Permission, note: textBlock(500).optional() })
  .meta({ examples: [{ id: USER, permission: "export_data", note: "The season is over." }] });
export const HeldPermissions = z
  .strictObject({ id: z.uuid(), grants: z.array(z.string()) })
  .meta({ examples: [{ id: USER, grants: [] }] });
export type HeldPermissions = z.output<typeof HeldPermissions>;
