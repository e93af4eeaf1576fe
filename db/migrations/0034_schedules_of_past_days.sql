CREATE TABLE "past_instalments" (
	"agency_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"until_at" timestamp (3) with time zone NOT NULL,
	"position" integer NOT NULL,
	"amount" bigint NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "past_instalments_agency_id_invoice_id_until_at_position_pk" PRIMARY KEY("agency_id","invoice_id","until_at","position")
);
--> statement-breakpoint
ALTER TABLE "past_instalments" ADD CONSTRAINT "past_instalments_of" FOREIGN KEY ("agency_id","invoice_id") REFERENCES "public"."invoices"("agency_id","id") ON DELETE no action ON UPDATE no action;