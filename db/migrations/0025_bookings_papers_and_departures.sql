ALTER TABLE "bookings" ADD COLUMN "lacks_papers" boolean DEFAULT true NOT NULL;--> statement-breakpoint
-- The fence binds the owner too; what stands already is reckoned once, for every agency.
ALTER TABLE "bookings" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "booking_pilgrims" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "pilgrim_documents" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "bookings" b SET "lacks_papers" = false WHERE NOT EXISTS (SELECT FROM "booking_pilgrims" p
  WHERE p."agency_id" = b."agency_id" AND p."booking_id" = b."id" AND p."state" = 'active'
    AND (SELECT count(*) FROM "pilgrim_documents" d WHERE d."agency_id" = p."agency_id" AND d."pilgrim_id" = p."id"
      AND d."kind" IN ('passport', 'visa', 'vaccine') AND d."status" = 'accepted') < 3);--> statement-breakpoint
ALTER TABLE "bookings" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "booking_pilgrims" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "pilgrim_documents" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "bookings_of_departure" ON "bookings" USING btree ("agency_id","departure_id","id");--> statement-breakpoint
CREATE INDEX "bookings_papers" ON "bookings" USING btree ("agency_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE lacks_papers and status in ('pending_payment', 'partially_paid', 'paid');
