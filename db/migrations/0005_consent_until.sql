ALTER TABLE "group_members" ADD COLUMN "consent_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "group_members" ADD COLUMN "shows_from" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "group_members" ADD COLUMN "pauses" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
-- The fence binds the owner too: it opens for what every agency's consents need, and closes again in this transaction.
ALTER TABLE "groups" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "group_members" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "group_members" m SET
  "consent_until" = g."ends_at",
  "shows_from" = m."consented_at",
  "pauses" = CASE WHEN m."paused_at" < m."resumed_at" THEN jsonb_build_array(jsonb_build_array(m."paused_at", m."resumed_at")) ELSE '[]'::jsonb END,
  "paused_at" = CASE WHEN m."sharing" = 'paused' THEN m."paused_at" END
FROM "groups" g WHERE g."agency_id" = m."agency_id" AND g."id" = m."group_id" AND m."consented_at" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "group_members" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "groups" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "group_members" DROP COLUMN "resumed_at";
