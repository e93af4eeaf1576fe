-- Who left an address alone, and no login and no phone, heard of their bookings by mail and of what they owe not at all.
ALTER TABLE "invoices" ADD COLUMN "payer_email" text;--> statement-breakpoint
-- The fence binds the owner too; every agency's invoices are filled at once.
ALTER TABLE "invoices" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "bookings" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "invoices" i SET "payer_email" = b."payer_email" FROM "bookings" b
  WHERE b."agency_id" = i."agency_id" AND b."id" = i."subject_id" AND i."subject_kind" = 'booking'
    AND b."payer_email" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "bookings" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "invoices" FORCE ROW LEVEL SECURITY;
