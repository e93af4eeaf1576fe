CREATE TABLE "booking_lines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"booking_id" uuid NOT NULL,
	"pilgrim_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"room_type" text NOT NULL,
	"passenger_type" text NOT NULL,
	"amount" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "booking_lines_agency_id" UNIQUE("agency_id","id")
);
--> statement-breakpoint
CREATE TABLE "booking_pilgrims" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"booking_id" uuid NOT NULL,
	"departure_id" uuid NOT NULL,
	"user_id" uuid,
	"claim_id" uuid,
	"position" integer NOT NULL,
	"state" text NOT NULL,
	"passenger_type" text NOT NULL,
	"room_type" text NOT NULL,
	"passport_name" text,
	"passport_number" text,
	"passport_expires_on" date,
	"national_id" text,
	"birth_date" date,
	"gender" text,
	"nationality" text,
	"phone" text,
	"emergency_name" text,
	"emergency_phone" text,
	"health_notes" text,
	"room_wish" text,
	"guardian_id" uuid,
	"relation" text,
	"cancellation" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "booking_pilgrims_agency_id" UNIQUE("agency_id","id")
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"departure_id" uuid NOT NULL,
	"branch_id" uuid,
	"code" text NOT NULL,
	"status" text NOT NULL,
	"payer_user_id" uuid,
	"payer_name" text NOT NULL,
	"payer_phone" text,
	"payer_email" text,
	"currency" text NOT NULL,
	"owed" bigint NOT NULL,
	"paid" bigint DEFAULT 0 NOT NULL,
	"policy" jsonb NOT NULL,
	"hold_ends_at" timestamp (3) with time zone,
	"extended_at" timestamp (3) with time zone,
	"needs_decision" boolean DEFAULT false NOT NULL,
	"cancelled_at" timestamp (3) with time zone,
	"cancel_reason" text,
	"pilgrim_count" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bookings_agency_id" UNIQUE("agency_id","id"),
	CONSTRAINT "bookings_code" UNIQUE("agency_id","code"),
	CONSTRAINT "bookings_amounts" CHECK ("bookings"."owed" >= 0 and "bookings"."paid" >= 0)
);
--> statement-breakpoint
CREATE TABLE "pilgrim_documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"pilgrim_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"expires_on" date,
	"note" text,
	"decided_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "pilgrim_documents_agency_id" UNIQUE("agency_id","id"),
	CONSTRAINT "pilgrim_documents_kind" UNIQUE("agency_id","pilgrim_id","kind")
);
--> statement-breakpoint
CREATE TABLE "waitlist_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"departure_id" uuid NOT NULL,
	"user_id" uuid,
	"person_name" text NOT NULL,
	"phone" text,
	"seats" integer NOT NULL,
	"status" text NOT NULL,
	"claim_id" uuid,
	"offer_ends_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "waitlist_entries_agency_id" UNIQUE("agency_id","id"),
	CONSTRAINT "waitlist_entries_seats" CHECK ("waitlist_entries"."seats" > 0)
);
--> statement-breakpoint
CREATE TABLE "departures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"package_id" uuid NOT NULL,
	"branch_id" uuid,
	"group_id" uuid,
	"status" text NOT NULL,
	"city" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"time_zone" text NOT NULL,
	"flights" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"pool_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"prices" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"price_from" bigint,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "departures_agency_id" UNIQUE("agency_id","id"),
	CONSTRAINT "departures_window" CHECK ("departures"."ends_at" > "departures"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "packages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"branch_id" uuid,
	"category" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"days" integer NOT NULL,
	"inclusions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"exclusions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"hotels" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"airline" text,
	"travel_class" text DEFAULT 'economy' NOT NULL,
	"itinerary" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"photos" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"currency" text NOT NULL,
	"prices" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"deposit_amount" bigint NOT NULL,
	"settlement_days" integer NOT NULL,
	"cancellation_tiers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"published_at" timestamp (3) with time zone,
	"archived_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "packages_agency_id" UNIQUE("agency_id","id"),
	CONSTRAINT "packages_amounts" CHECK ("packages"."deposit_amount" >= 0 and "packages"."settlement_days" >= 0 and "packages"."days" > 0)
);
--> statement-breakpoint
ALTER TABLE "booking_lines" ADD CONSTRAINT "booking_lines_booking" FOREIGN KEY ("agency_id","booking_id") REFERENCES "public"."bookings"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_lines" ADD CONSTRAINT "booking_lines_pilgrim" FOREIGN KEY ("agency_id","pilgrim_id") REFERENCES "public"."booking_pilgrims"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_pilgrims" ADD CONSTRAINT "booking_pilgrims_booking" FOREIGN KEY ("agency_id","booking_id") REFERENCES "public"."bookings"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_pilgrims" ADD CONSTRAINT "booking_pilgrims_departure" FOREIGN KEY ("agency_id","departure_id") REFERENCES "public"."departures"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_pilgrims" ADD CONSTRAINT "booking_pilgrims_claim" FOREIGN KEY ("agency_id","claim_id") REFERENCES "public"."claims"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_pilgrims" ADD CONSTRAINT "booking_pilgrims_user" FOREIGN KEY ("agency_id","user_id") REFERENCES "public"."memberships"("agency_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_pilgrims" ADD CONSTRAINT "booking_pilgrims_guardian" FOREIGN KEY ("agency_id","guardian_id") REFERENCES "public"."booking_pilgrims"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_departure" FOREIGN KEY ("agency_id","departure_id") REFERENCES "public"."departures"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_branch" FOREIGN KEY ("agency_id","branch_id") REFERENCES "public"."branches"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_payer" FOREIGN KEY ("agency_id","payer_user_id") REFERENCES "public"."memberships"("agency_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilgrim_documents" ADD CONSTRAINT "pilgrim_documents_pilgrim" FOREIGN KEY ("agency_id","pilgrim_id") REFERENCES "public"."booking_pilgrims"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waitlist_entries" ADD CONSTRAINT "waitlist_entries_departure" FOREIGN KEY ("agency_id","departure_id") REFERENCES "public"."departures"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waitlist_entries" ADD CONSTRAINT "waitlist_entries_user" FOREIGN KEY ("agency_id","user_id") REFERENCES "public"."memberships"("agency_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waitlist_entries" ADD CONSTRAINT "waitlist_entries_claim" FOREIGN KEY ("agency_id","claim_id") REFERENCES "public"."claims"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departures" ADD CONSTRAINT "departures_package" FOREIGN KEY ("agency_id","package_id") REFERENCES "public"."packages"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departures" ADD CONSTRAINT "departures_branch" FOREIGN KEY ("agency_id","branch_id") REFERENCES "public"."branches"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departures" ADD CONSTRAINT "departures_group" FOREIGN KEY ("agency_id","group_id") REFERENCES "public"."groups"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departures" ADD CONSTRAINT "departures_pool" FOREIGN KEY ("agency_id","pool_id") REFERENCES "public"."pools"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packages" ADD CONSTRAINT "packages_branch" FOREIGN KEY ("agency_id","branch_id") REFERENCES "public"."branches"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "booking_lines_of" ON "booking_lines" USING btree ("agency_id","booking_id","id");--> statement-breakpoint
CREATE INDEX "booking_pilgrims_of" ON "booking_pilgrims" USING btree ("agency_id","booking_id","position");--> statement-breakpoint
CREATE INDEX "booking_pilgrims_departure_of" ON "booking_pilgrims" USING btree ("agency_id","departure_id");--> statement-breakpoint
CREATE INDEX "bookings_latest" ON "bookings" USING btree ("agency_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "bookings_status" ON "bookings" USING btree ("agency_id","status","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "bookings_departure_status" ON "bookings" USING btree ("agency_id","departure_id","status");--> statement-breakpoint
CREATE INDEX "bookings_payer_of" ON "bookings" USING btree ("agency_id","payer_user_id");--> statement-breakpoint
CREATE INDEX "waitlist_entries_turn" ON "waitlist_entries" USING btree ("agency_id","departure_id","status","id");--> statement-breakpoint
CREATE INDEX "departures_starts" ON "departures" USING btree ("agency_id","starts_at","id");--> statement-breakpoint
CREATE INDEX "departures_package_starts" ON "departures" USING btree ("agency_id","package_id","starts_at","id");--> statement-breakpoint
CREATE INDEX "departures_group_of" ON "departures" USING btree ("agency_id","group_id");--> statement-breakpoint
CREATE INDEX "packages_name" ON "packages" USING btree ("agency_id","name","id") WHERE archived_at is null;