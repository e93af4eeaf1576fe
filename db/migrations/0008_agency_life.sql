CREATE TABLE "agency_access" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "agency_access_agency_id" UNIQUE("agency_id","id")
);
--> statement-breakpoint
CREATE TABLE "bank_accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"bank_name" text NOT NULL,
	"account_holder" text NOT NULL,
	"account_number" text NOT NULL,
	"currency" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bank_accounts_agency_id" UNIQUE("agency_id","id"),
	CONSTRAINT "bank_accounts_once" UNIQUE("agency_id","bank_name","account_number")
);
--> statement-breakpoint
CREATE TABLE "permission_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"permission" text NOT NULL,
	"reason" text NOT NULL,
	"grants_before" text[] NOT NULL,
	"grants_after" text[] NOT NULL,
	"status" text NOT NULL,
	"note" text,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "permission_requests_agency_id" UNIQUE("agency_id","id")
);
--> statement-breakpoint
ALTER TABLE "agencies" ADD COLUMN "licence_number" text;--> statement-breakpoint
ALTER TABLE "agencies" ADD COLUMN "applied_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "agencies" ADD COLUMN "decided_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "agencies" ADD COLUMN "decided_by" uuid;--> statement-breakpoint
ALTER TABLE "agencies" ADD COLUMN "decision_reason" text;--> statement-breakpoint
ALTER TABLE "agencies" ADD COLUMN "trial_ends_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "agencies" ADD COLUMN "trial_warned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "branches" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "branches" ADD COLUMN "lat" double precision;--> statement-breakpoint
ALTER TABLE "branches" ADD COLUMN "lng" double precision;--> statement-breakpoint
ALTER TABLE "branches" ADD COLUMN "hours" jsonb;--> statement-breakpoint
ALTER TABLE "branches" ADD COLUMN "manager_id" uuid;--> statement-breakpoint
ALTER TABLE "agency_access" ADD CONSTRAINT "agency_access_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agency_access" ADD CONSTRAINT "agency_access_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_accounts" ADD CONSTRAINT "bank_accounts_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "permission_requests" ADD CONSTRAINT "permission_requests_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "permission_requests" ADD CONSTRAINT "permission_requests_asker" FOREIGN KEY ("agency_id","user_id") REFERENCES "public"."memberships"("agency_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agency_access_list" ON "agency_access" USING btree ("agency_id","created_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "agency_access_user" ON "agency_access" USING btree ("user_id","expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "permission_requests_open" ON "permission_requests" USING btree ("agency_id","user_id","permission") WHERE "permission_requests"."status" = 'open';--> statement-breakpoint
CREATE INDEX "permission_requests_list" ON "permission_requests" USING btree ("agency_id","status","created_at" DESC NULLS FIRST,"id");--> statement-breakpoint
ALTER TABLE "agencies" ADD CONSTRAINT "agencies_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "branches" ADD CONSTRAINT "branches_manager" FOREIGN KEY ("agency_id","manager_id") REFERENCES "public"."memberships"("agency_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agencies_status" ON "agencies" USING btree ("status","created_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "agencies_trial" ON "agencies" USING btree ("trial_ends_at") WHERE "agencies"."status" = 'trial';--> statement-breakpoint
ALTER TABLE "branches" ADD CONSTRAINT "branches_place" CHECK (("branches"."lat" is null) = ("branches"."lng" is null));