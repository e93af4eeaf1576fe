CREATE TABLE "savings_plan_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"changed_by" uuid NOT NULL,
	"changes" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "savings_plan_changes_agency_id" UNIQUE("agency_id","id")
);
--> statement-breakpoint
ALTER TABLE "payments" DROP CONSTRAINT "payments_amount";--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "rounding" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "proofs" ADD COLUMN "taken_back" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "savings_plans" ADD COLUMN "ends_on" date;--> statement-breakpoint
ALTER TABLE "savings_plan_changes" ADD CONSTRAINT "savings_plan_changes_plan" FOREIGN KEY ("agency_id","plan_id") REFERENCES "public"."savings_plans"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "savings_plan_changes_of" ON "savings_plan_changes" USING btree ("agency_id","plan_id","id");--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_rounding" CHECK ("payments"."rounding" = 0 or (("payments"."rounding" < 0) = ("payments"."amount" < 0) and abs("payments"."rounding") < abs("payments"."amount")));--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_amount" CHECK ("payments"."amount" <> 0 and ("payments"."amount" < 0) = ("payments"."source" in ('refund', 'reversal')));