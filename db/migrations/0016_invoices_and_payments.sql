CREATE TABLE "invoice_instalments" (
	"agency_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"amount" bigint NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "invoice_instalments_agency_id_invoice_id_position_pk" PRIMARY KEY("agency_id","invoice_id","position"),
	CONSTRAINT "invoice_instalments_amount" CHECK ("invoice_instalments"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "invoice_lines" (
	"agency_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"quantity" integer NOT NULL,
	"amount" bigint NOT NULL,
	"detail" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invoice_lines_agency_id_invoice_id_position_pk" PRIMARY KEY("agency_id","invoice_id","position")
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"branch_id" uuid,
	"number" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"title" text NOT NULL,
	"payer_user_id" uuid,
	"payer_name" text NOT NULL,
	"payer_phone" text,
	"currency" text NOT NULL,
	"total" bigint NOT NULL,
	"paid" bigint DEFAULT 0 NOT NULL,
	"state" text NOT NULL,
	"due_at" timestamp (3) with time zone,
	"needed_at" timestamp (3) with time zone,
	"voided_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invoices_agency_id" UNIQUE("agency_id","id"),
	CONSTRAINT "invoices_number" UNIQUE("agency_id","number"),
	CONSTRAINT "invoices_subject" UNIQUE("agency_id","subject_kind","subject_id"),
	CONSTRAINT "invoices_amounts" CHECK ("invoices"."total" >= 0 and "invoices"."paid" >= 0),
	CONSTRAINT "invoices_void" CHECK (("invoices"."state" = 'void') = ("invoices"."voided_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"source" text NOT NULL,
	"source_ref" text NOT NULL,
	"journal_id" uuid NOT NULL,
	"moved_at" timestamp (3) with time zone NOT NULL,
	"entered_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payments_agency_id" UNIQUE("agency_id","id"),
	CONSTRAINT "payments_once" UNIQUE("agency_id","source","source_ref"),
	CONSTRAINT "payments_journal" UNIQUE("agency_id","journal_id"),
	CONSTRAINT "payments_amount" CHECK ("payments"."amount" <> 0 and ("payments"."amount" < 0) = ("payments"."source" = 'refund'))
);
--> statement-breakpoint
CREATE TABLE "transfer_asks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"base" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "transfer_asks_agency_id" UNIQUE("agency_id","id"),
	CONSTRAINT "transfer_asks_amounts" CHECK ("transfer_asks"."base" > 0 and "transfer_asks"."amount" >= "transfer_asks"."base")
);
--> statement-breakpoint
CREATE TABLE "bank_lines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	"booked_on" date NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"text" text NOT NULL,
	"reference" text,
	"line_hash" text NOT NULL,
	"invoice_id" uuid,
	"payment_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bank_lines_agency_id" UNIQUE("agency_id","id"),
	CONSTRAINT "bank_lines_once" UNIQUE("agency_id","line_hash")
);
--> statement-breakpoint
CREATE TABLE "bank_statements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"entered_by" uuid NOT NULL,
	"name" text NOT NULL,
	"lines" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bank_statements_agency_id" UNIQUE("agency_id","id")
);
--> statement-breakpoint
CREATE TABLE "gateway_notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"gateway_id" uuid NOT NULL,
	"transaction" text NOT NULL,
	"status" text NOT NULL,
	"order_ref" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"invoice_id" uuid,
	"outcome" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "gateway_notices_agency_id" UNIQUE("agency_id","id"),
	CONSTRAINT "gateway_notices_once" UNIQUE("agency_id","gateway_id","transaction","status")
);
--> statement-breakpoint
CREATE TABLE "gateways" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"server_key" text NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "gateways_agency_id" UNIQUE("agency_id","id")
);
--> statement-breakpoint
CREATE TABLE "proofs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"type" text NOT NULL,
	"bytes" integer NOT NULL,
	"content_hash" text NOT NULL,
	"look_hash" text,
	"state" text NOT NULL,
	"reason" text,
	"reviewer_id" uuid,
	"review_ends_at" timestamp (3) with time zone,
	"first_by" uuid,
	"first_at" timestamp (3) with time zone,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"payment_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "proofs_agency_id" UNIQUE("agency_id","id"),
	CONSTRAINT "proofs_amount" CHECK ("proofs"."amount" > 0),
	CONSTRAINT "proofs_approved" CHECK (("proofs"."state" = 'approved') = ("proofs"."payment_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"why" text NOT NULL,
	"state" text NOT NULL,
	"note" text,
	"journal_id" uuid NOT NULL,
	"requested_by" uuid NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "refunds_agency_id" UNIQUE("agency_id","id"),
	CONSTRAINT "refunds_amount" CHECK ("refunds"."amount" > 0)
);
--> statement-breakpoint
ALTER TABLE "invoice_instalments" ADD CONSTRAINT "invoice_instalments_of" FOREIGN KEY ("agency_id","invoice_id") REFERENCES "public"."invoices"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_of" FOREIGN KEY ("agency_id","invoice_id") REFERENCES "public"."invoices"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_branch" FOREIGN KEY ("agency_id","branch_id") REFERENCES "public"."branches"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_payer" FOREIGN KEY ("agency_id","payer_user_id") REFERENCES "public"."memberships"("agency_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_invoice" FOREIGN KEY ("agency_id","invoice_id") REFERENCES "public"."invoices"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_written" FOREIGN KEY ("agency_id","journal_id") REFERENCES "public"."journals"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer_asks" ADD CONSTRAINT "transfer_asks_of" FOREIGN KEY ("agency_id","invoice_id") REFERENCES "public"."invoices"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_lines" ADD CONSTRAINT "bank_lines_statement_of" FOREIGN KEY ("agency_id","statement_id") REFERENCES "public"."bank_statements"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_lines" ADD CONSTRAINT "bank_lines_invoice_of" FOREIGN KEY ("agency_id","invoice_id") REFERENCES "public"."invoices"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_lines" ADD CONSTRAINT "bank_lines_payment_of" FOREIGN KEY ("agency_id","payment_id") REFERENCES "public"."payments"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_notices" ADD CONSTRAINT "gateway_notices_gateway" FOREIGN KEY ("agency_id","gateway_id") REFERENCES "public"."gateways"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_notices" ADD CONSTRAINT "gateway_notices_invoice" FOREIGN KEY ("agency_id","invoice_id") REFERENCES "public"."invoices"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proofs" ADD CONSTRAINT "proofs_invoice" FOREIGN KEY ("agency_id","invoice_id") REFERENCES "public"."invoices"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proofs" ADD CONSTRAINT "proofs_payment" FOREIGN KEY ("agency_id","payment_id") REFERENCES "public"."payments"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_invoice" FOREIGN KEY ("agency_id","invoice_id") REFERENCES "public"."invoices"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_set_aside" FOREIGN KEY ("agency_id","journal_id") REFERENCES "public"."journals"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invoices_newest" ON "invoices" USING btree ("agency_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "invoices_state" ON "invoices" USING btree ("agency_id","state","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "invoices_due" ON "invoices" USING btree ("agency_id","due_at","id");--> statement-breakpoint
CREATE INDEX "invoices_needed" ON "invoices" USING btree ("agency_id","needed_at");--> statement-breakpoint
CREATE INDEX "invoices_payer_of" ON "invoices" USING btree ("agency_id","payer_user_id");--> statement-breakpoint
CREATE INDEX "payments_of" ON "payments" USING btree ("agency_id","invoice_id","moved_at");--> statement-breakpoint
CREATE UNIQUE INDEX "transfer_asks_unlike" ON "transfer_asks" USING btree ("agency_id","currency","amount") WHERE "transfer_asks"."closed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "transfer_asks_one" ON "transfer_asks" USING btree ("agency_id","invoice_id") WHERE "transfer_asks"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "transfer_asks_amount" ON "transfer_asks" USING btree ("agency_id","currency","amount");--> statement-breakpoint
CREATE INDEX "bank_lines_amount" ON "bank_lines" USING btree ("agency_id","currency","amount");--> statement-breakpoint
CREATE INDEX "bank_lines_open" ON "bank_lines" USING btree ("agency_id","booked_on","id") WHERE "bank_lines"."payment_id" is null;--> statement-breakpoint
CREATE INDEX "bank_statements_newest" ON "bank_statements" USING btree ("agency_id","created_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "gateways_of" ON "gateways" USING btree ("agency_id","created_at");--> statement-breakpoint
CREATE INDEX "proofs_queue" ON "proofs" USING btree ("agency_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "proofs_of" ON "proofs" USING btree ("agency_id","invoice_id","created_at");--> statement-breakpoint
CREATE INDEX "proofs_same" ON "proofs" USING btree ("agency_id","content_hash");--> statement-breakpoint
CREATE INDEX "refunds_of" ON "refunds" USING btree ("agency_id","invoice_id");--> statement-breakpoint
CREATE INDEX "refunds_queue" ON "refunds" USING btree ("agency_id","state","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_journal" ON "refunds" USING btree ("agency_id","journal_id");--> statement-breakpoint
-- What was paid stays as it was written; what is taken back is a payment of its own.
CREATE TRIGGER payments_append_only BEFORE UPDATE OR DELETE ON payments FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER invoice_lines_append_only BEFORE UPDATE OR DELETE ON invoice_lines FOR EACH ROW EXECUTE FUNCTION refuse_change();
