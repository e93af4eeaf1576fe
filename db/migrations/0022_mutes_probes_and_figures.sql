CREATE TABLE "chat_mutes" (
	"agency_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "chat_mutes_agency_id_group_id_user_id_pk" PRIMARY KEY("agency_id","group_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "probes" (
	"part" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"failing_since" timestamp (3) with time zone,
	"checked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agency_figures" (
	"agency_id" uuid NOT NULL,
	"day" date NOT NULL,
	"currency" text NOT NULL,
	"bookings" integer NOT NULL,
	"orders" integer NOT NULL,
	"paid" bigint NOT NULL,
	CONSTRAINT "agency_figures_agency_id_day_currency_pk" PRIMARY KEY("agency_id","day","currency")
);
--> statement-breakpoint
ALTER TABLE "chat_mutes" ADD CONSTRAINT "chat_mutes_group" FOREIGN KEY ("agency_id","group_id") REFERENCES "public"."groups"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agency_figures" ADD CONSTRAINT "agency_figures_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agency_figures_day" ON "agency_figures" USING btree ("day");