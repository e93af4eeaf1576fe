CREATE TABLE "readiness_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"departure_id" uuid,
	"items" jsonb NOT NULL,
	"rule_reason" text,
	"changed_by" uuid,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "readiness_rules_agency_id" UNIQUE("agency_id","id"),
	CONSTRAINT "readiness_rules_once" UNIQUE NULLS NOT DISTINCT("agency_id","departure_id")
);
--> statement-breakpoint
CREATE TABLE "travel_waivers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"departure_id" uuid NOT NULL,
	"pilgrim_id" uuid NOT NULL,
	"item" text NOT NULL,
	"waive_reason" text NOT NULL,
	"waived_by" uuid,
	"waived_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "travel_waivers_agency_id" UNIQUE("agency_id","id"),
	CONSTRAINT "travel_waivers_once" UNIQUE("agency_id","departure_id","pilgrim_id","item")
);
--> statement-breakpoint
ALTER TABLE "readiness_rules" ADD CONSTRAINT "readiness_rules_departure" FOREIGN KEY ("agency_id","departure_id") REFERENCES "public"."departures"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readiness_rules" ADD CONSTRAINT "readiness_rules_by" FOREIGN KEY ("agency_id","changed_by") REFERENCES "public"."memberships"("agency_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "travel_waivers" ADD CONSTRAINT "travel_waivers_of" FOREIGN KEY ("agency_id","pilgrim_id") REFERENCES "public"."booking_pilgrims"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "travel_waivers" ADD CONSTRAINT "travel_waivers_by" FOREIGN KEY ("agency_id","waived_by") REFERENCES "public"."memberships"("agency_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "waitlist_entries_longest" ON "waitlist_entries" USING btree ("agency_id","id") WHERE status in ('waiting', 'offered');