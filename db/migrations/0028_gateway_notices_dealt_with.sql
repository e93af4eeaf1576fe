ALTER TABLE "gateway_notices" ADD COLUMN "closed_by" uuid;--> statement-breakpoint
ALTER TABLE "gateway_notices" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "gateway_notices" ADD COLUMN "closed_note" text;--> statement-breakpoint
CREATE INDEX "gateway_notices_odd" ON "gateway_notices" USING btree ("agency_id","id") WHERE "gateway_notices"."outcome" in ('unknown_invoice', 'already_paid', 'taken_back');