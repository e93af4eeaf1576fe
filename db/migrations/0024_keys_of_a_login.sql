ALTER TABLE "sessions" ADD COLUMN "proven_by" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "password_by" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "password_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "asked_by" text;