ALTER TABLE "group_members" ADD COLUMN "paused_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "group_members" ADD COLUMN "resumed_at" timestamp (3) with time zone;