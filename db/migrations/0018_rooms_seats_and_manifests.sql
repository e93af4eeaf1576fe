CREATE TABLE "passenger_import_parts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"sealed_rows" text,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "passenger_import_parts_agency_id" UNIQUE("agency_id","id"),
	CONSTRAINT "passenger_import_parts_position" UNIQUE("agency_id","import_id","position")
);
--> statement-breakpoint
CREATE TABLE "passenger_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"departure_id" uuid NOT NULL,
	"status" text NOT NULL,
	"columns" jsonb NOT NULL,
	"mapping" jsonb NOT NULL,
	"choices" jsonb NOT NULL,
	"sealed_rows" text,
	"row_count" integer NOT NULL,
	"fine" integer NOT NULL,
	"done" integer NOT NULL,
	"refused" integer NOT NULL,
	"bookings" integer NOT NULL,
	"problems" jsonb NOT NULL,
	"made_by" uuid,
	"moved_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "passenger_imports_agency_id" UNIQUE("agency_id","id")
);
--> statement-breakpoint
CREATE TABLE "manifests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"departure_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"code" text NOT NULL,
	"people" integer NOT NULL,
	"sealed_rows" text NOT NULL,
	"frozen_by" uuid,
	"frozen_by_name" text,
	"frozen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "manifests_agency_id" UNIQUE("agency_id","id"),
	CONSTRAINT "manifests_version" UNIQUE("agency_id","departure_id","version"),
	CONSTRAINT "manifests_code" UNIQUE("agency_id","code")
);
--> statement-breakpoint
CREATE TABLE "travel_marks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"departure_id" uuid NOT NULL,
	"pilgrim_id" uuid NOT NULL,
	"item" text NOT NULL,
	"marked_by" uuid,
	"marked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "travel_marks_agency_id" UNIQUE("agency_id","id"),
	CONSTRAINT "travel_marks_once" UNIQUE("agency_id","departure_id","pilgrim_id","item")
);
--> statement-breakpoint
CREATE TABLE "travel_moves" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"departure_id" uuid NOT NULL,
	"leg" text NOT NULL,
	"kind" text NOT NULL,
	"move_reason" text,
	"moves" jsonb NOT NULL,
	"made_by" uuid,
	"made_at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "travel_moves_agency_id" UNIQUE("agency_id","id")
);
--> statement-breakpoint
CREATE TABLE "travel_places" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"departure_id" uuid NOT NULL,
	"leg" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"unit_places" integer NOT NULL,
	"number" integer NOT NULL,
	"pilgrim_id" uuid NOT NULL,
	"move_reason" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "travel_places_agency_id" UNIQUE("agency_id","id"),
	CONSTRAINT "travel_places_once" UNIQUE("agency_id","unit_id","number"),
	CONSTRAINT "travel_places_pilgrim" UNIQUE("agency_id","departure_id","leg","pilgrim_id"),
	CONSTRAINT "travel_places_number" CHECK ("travel_places"."number" between 1 and "travel_places"."unit_places")
);
--> statement-breakpoint
CREATE TABLE "travel_units" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"departure_id" uuid NOT NULL,
	"leg" text NOT NULL,
	"name" text NOT NULL,
	"room_type" text,
	"sex" text NOT NULL,
	"places" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "travel_units_agency_id" UNIQUE("agency_id","id"),
	CONSTRAINT "travel_units_places" UNIQUE("agency_id","id","departure_id","leg","places"),
	CONSTRAINT "travel_units_name" UNIQUE("agency_id","departure_id","leg","name"),
	CONSTRAINT "travel_units_size" CHECK ("travel_units"."places" between 1 and 100)
);
--> statement-breakpoint
ALTER TABLE "departures" ADD COLUMN "manifest_frozen_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "passenger_import_parts" ADD CONSTRAINT "passenger_import_parts_of" FOREIGN KEY ("agency_id","import_id") REFERENCES "public"."passenger_imports"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passenger_imports" ADD CONSTRAINT "passenger_imports_departure" FOREIGN KEY ("agency_id","departure_id") REFERENCES "public"."departures"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passenger_imports" ADD CONSTRAINT "passenger_imports_by" FOREIGN KEY ("agency_id","made_by") REFERENCES "public"."memberships"("agency_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manifests" ADD CONSTRAINT "manifests_departure" FOREIGN KEY ("agency_id","departure_id") REFERENCES "public"."departures"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manifests" ADD CONSTRAINT "manifests_frozen_by" FOREIGN KEY ("agency_id","frozen_by") REFERENCES "public"."memberships"("agency_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "travel_marks" ADD CONSTRAINT "travel_marks_of" FOREIGN KEY ("agency_id","pilgrim_id") REFERENCES "public"."booking_pilgrims"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "travel_marks" ADD CONSTRAINT "travel_marks_by" FOREIGN KEY ("agency_id","marked_by") REFERENCES "public"."memberships"("agency_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "travel_moves" ADD CONSTRAINT "travel_moves_departure" FOREIGN KEY ("agency_id","departure_id") REFERENCES "public"."departures"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "travel_moves" ADD CONSTRAINT "travel_moves_by" FOREIGN KEY ("agency_id","made_by") REFERENCES "public"."memberships"("agency_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "travel_places" ADD CONSTRAINT "travel_places_unit" FOREIGN KEY ("agency_id","unit_id","departure_id","leg","unit_places") REFERENCES "public"."travel_units"("agency_id","id","departure_id","leg","places") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "travel_places" ADD CONSTRAINT "travel_places_of" FOREIGN KEY ("agency_id","pilgrim_id") REFERENCES "public"."booking_pilgrims"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "travel_units" ADD CONSTRAINT "travel_units_departure" FOREIGN KEY ("agency_id","departure_id") REFERENCES "public"."departures"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "passenger_imports_latest" ON "passenger_imports" USING btree ("agency_id","departure_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "passenger_imports_status" ON "passenger_imports" USING btree ("agency_id","status","moved_at");--> statement-breakpoint
CREATE INDEX "travel_moves_latest" ON "travel_moves" USING btree ("agency_id","departure_id","leg","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "travel_places_of_pilgrim" ON "travel_places" USING btree ("agency_id","pilgrim_id");