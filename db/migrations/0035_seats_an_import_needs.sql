-- An import asked for a seat for every infant. What was looked through before asked for as many as it had people.
ALTER TABLE "passenger_imports" ADD COLUMN "seats_needed" integer;--> statement-breakpoint
-- The fence binds the owner too; every agency's imports are filled at once.
ALTER TABLE "passenger_imports" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "passenger_imports" SET "seats_needed" = "fine";--> statement-breakpoint
ALTER TABLE "passenger_imports" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "passenger_imports" ALTER COLUMN "seats_needed" SET NOT NULL;
