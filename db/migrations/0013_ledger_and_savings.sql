CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"currency" text NOT NULL,
	"owner" text NOT NULL,
	"floor" bigint,
	"balance" bigint DEFAULT 0 NOT NULL,
	"reserved" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_agency_id" UNIQUE("agency_id","id"),
	CONSTRAINT "accounts_currency" UNIQUE("agency_id","id","currency"),
	CONSTRAINT "accounts_once" UNIQUE("agency_id","kind","owner","currency"),
	CONSTRAINT "accounts_floor" CHECK ("accounts"."floor" is null or "accounts"."balance" - "accounts"."reserved" >= "accounts"."floor"),
	CONSTRAINT "accounts_reserved" CHECK ("accounts"."reserved" >= 0),
	CONSTRAINT "accounts_exact" CHECK (abs("accounts"."balance") <= 9007199254740991)
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"agency_id" uuid NOT NULL,
	"journal_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"account_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	"phase" text NOT NULL,
	"effective_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "entries_agency_id_journal_id_line_pk" PRIMARY KEY("agency_id","journal_id","line"),
	CONSTRAINT "entries_amount" CHECK ("entries"."amount" <> 0 and abs("entries"."amount") <= 9007199254740991)
);
--> statement-breakpoint
CREATE TABLE "journal_seals" (
	"agency_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"journal_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"sealed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "journal_seals_agency_id_seq_pk" PRIMARY KEY("agency_id","seq"),
	CONSTRAINT "journal_seals_once" UNIQUE("agency_id","journal_id")
);
--> statement-breakpoint
CREATE TABLE "journals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"phase" text NOT NULL,
	"kind" text NOT NULL,
	"reference" text NOT NULL,
	"effective_at" timestamp (3) with time zone NOT NULL,
	"lines" integer NOT NULL,
	"resolves" uuid,
	"reverses" uuid,
	"expires_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "journals_agency_id" UNIQUE("agency_id","id"),
	CONSTRAINT "journals_entry" UNIQUE("agency_id","id","phase","effective_at"),
	CONSTRAINT "journals_resolved_once" UNIQUE("agency_id","resolves"),
	CONSTRAINT "journals_reversed_once" UNIQUE("agency_id","reverses")
);
--> statement-breakpoint
CREATE TABLE "payment_methods" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"bank_name" text,
	"account_holder" text,
	"account_number" text,
	"removed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_methods_agency_id" UNIQUE("agency_id","id")
);
--> statement-breakpoint
CREATE TABLE "savings_collections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"name" text NOT NULL,
	"submitted_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "savings_collections_agency_id" UNIQUE("agency_id","id")
);
--> statement-breakpoint
CREATE TABLE "savings_deposits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"collection_id" uuid,
	"method_id" uuid NOT NULL,
	"proof_id" uuid,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"paid_on" date NOT NULL,
	"period_id" uuid NOT NULL,
	"late_for_id" uuid,
	"state" text NOT NULL,
	"reason" text,
	"submitted_by" uuid NOT NULL,
	"reviewer_id" uuid,
	"decided_at" timestamp (3) with time zone,
	"journal_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "savings_deposits_agency_id" UNIQUE("agency_id","id"),
	CONSTRAINT "savings_deposits_amount" CHECK ("savings_deposits"."amount" > 0),
	CONSTRAINT "savings_deposits_verified" CHECK (("savings_deposits"."state" = 'verified') = ("savings_deposits"."journal_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "savings_periods" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "savings_periods_agency_id" UNIQUE("agency_id","id"),
	CONSTRAINT "savings_periods_forward" CHECK ("savings_periods"."starts_on" <= "savings_periods"."ends_on" and "savings_periods"."ends_on" <= "savings_periods"."closes_on")
);
--> statement-breakpoint
CREATE TABLE "savings_plans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"branch_id" uuid,
	"name" text NOT NULL,
	"currency" text NOT NULL,
	"target" bigint NOT NULL,
	"monthly" bigint NOT NULL,
	"starts_on" date NOT NULL,
	"bank_name" text NOT NULL,
	"account_holder" text NOT NULL,
	"account_number" text NOT NULL,
	"package_id" uuid,
	"financing_note" text,
	"account_id" uuid NOT NULL,
	"state" text NOT NULL,
	"moved_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "savings_plans_agency_id" UNIQUE("agency_id","id"),
	CONSTRAINT "savings_plans_amounts" CHECK ("savings_plans"."target" > 0 and "savings_plans"."monthly" > 0)
);
--> statement-breakpoint
CREATE TABLE "savings_proofs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"type" text NOT NULL,
	"bytes" integer NOT NULL,
	"content_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "savings_proofs_agency_id" UNIQUE("agency_id","id")
);
--> statement-breakpoint
CREATE TABLE "savings_bank_balances" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	"counted_on" date NOT NULL,
	"entered_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "savings_statements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"journal_id" uuid NOT NULL,
	"code" text NOT NULL,
	"balance" bigint NOT NULL,
	"currency" text NOT NULL,
	"movements" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "savings_statements_agency_id" UNIQUE("agency_id","id")
);
--> statement-breakpoint
CREATE TABLE "savings_withdrawals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"why" text,
	"state" text NOT NULL,
	"note" text,
	"journal_id" uuid NOT NULL,
	"requested_by" uuid NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "savings_withdrawals_agency_id" UNIQUE("agency_id","id"),
	CONSTRAINT "savings_withdrawals_amount" CHECK ("savings_withdrawals"."amount" > 0)
);
--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_journal" FOREIGN KEY ("agency_id","journal_id","phase","effective_at") REFERENCES "public"."journals"("agency_id","id","phase","effective_at") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_account" FOREIGN KEY ("agency_id","account_id","currency") REFERENCES "public"."accounts"("agency_id","id","currency") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_seals" ADD CONSTRAINT "journal_seals_journal" FOREIGN KEY ("agency_id","journal_id") REFERENCES "public"."journals"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journals" ADD CONSTRAINT "journals_resolves" FOREIGN KEY ("agency_id","resolves") REFERENCES "public"."journals"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journals" ADD CONSTRAINT "journals_reverses" FOREIGN KEY ("agency_id","reverses") REFERENCES "public"."journals"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "savings_deposits" ADD CONSTRAINT "savings_deposits_plan_fk" FOREIGN KEY ("agency_id","plan_id") REFERENCES "public"."savings_plans"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "savings_deposits" ADD CONSTRAINT "savings_deposits_collection_fk" FOREIGN KEY ("agency_id","collection_id") REFERENCES "public"."savings_collections"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "savings_deposits" ADD CONSTRAINT "savings_deposits_method_fk" FOREIGN KEY ("agency_id","method_id") REFERENCES "public"."payment_methods"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "savings_deposits" ADD CONSTRAINT "savings_deposits_proof_fk" FOREIGN KEY ("agency_id","proof_id") REFERENCES "public"."savings_proofs"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "savings_deposits" ADD CONSTRAINT "savings_deposits_period_fk" FOREIGN KEY ("agency_id","period_id") REFERENCES "public"."savings_periods"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "savings_deposits" ADD CONSTRAINT "savings_deposits_late_for_fk" FOREIGN KEY ("agency_id","late_for_id") REFERENCES "public"."savings_periods"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "savings_deposits" ADD CONSTRAINT "savings_deposits_journal_fk" FOREIGN KEY ("agency_id","journal_id") REFERENCES "public"."journals"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "savings_plans" ADD CONSTRAINT "savings_plans_saver" FOREIGN KEY ("agency_id","user_id") REFERENCES "public"."memberships"("agency_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "savings_plans" ADD CONSTRAINT "savings_plans_package" FOREIGN KEY ("agency_id","package_id") REFERENCES "public"."packages"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "savings_plans" ADD CONSTRAINT "savings_plans_account" FOREIGN KEY ("agency_id","account_id") REFERENCES "public"."accounts"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "savings_statements" ADD CONSTRAINT "savings_statements_plan" FOREIGN KEY ("agency_id","plan_id") REFERENCES "public"."savings_plans"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "savings_statements" ADD CONSTRAINT "savings_statements_journal" FOREIGN KEY ("agency_id","journal_id") REFERENCES "public"."journals"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "savings_withdrawals" ADD CONSTRAINT "savings_withdrawals_plan" FOREIGN KEY ("agency_id","plan_id") REFERENCES "public"."savings_plans"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "savings_withdrawals" ADD CONSTRAINT "savings_withdrawals_journal" FOREIGN KEY ("agency_id","journal_id") REFERENCES "public"."journals"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entries_account_time" ON "entries" USING btree ("agency_id","account_id","effective_at");--> statement-breakpoint
CREATE INDEX "journals_reference" ON "journals" USING btree ("agency_id","reference");--> statement-breakpoint
CREATE INDEX "journals_order" ON "journals" USING btree ("agency_id","created_at","id");--> statement-breakpoint
CREATE INDEX "payment_methods_list" ON "payment_methods" USING btree ("agency_id","name","id");--> statement-breakpoint
CREATE INDEX "savings_deposits_plan" ON "savings_deposits" USING btree ("agency_id","plan_id","paid_on");--> statement-breakpoint
CREATE INDEX "savings_deposits_newest" ON "savings_deposits" USING btree ("agency_id","created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "savings_deposits_queue" ON "savings_deposits" USING btree ("agency_id","state","created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "savings_deposits_proof" ON "savings_deposits" USING btree ("agency_id","proof_id");--> statement-breakpoint
CREATE INDEX "savings_deposits_collection" ON "savings_deposits" USING btree ("agency_id","collection_id");--> statement-breakpoint
CREATE INDEX "savings_periods_latest" ON "savings_periods" USING btree ("agency_id","starts_on");--> statement-breakpoint
CREATE INDEX "savings_plans_newest" ON "savings_plans" USING btree ("agency_id","created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "savings_plans_of_saver" ON "savings_plans" USING btree ("agency_id","user_id");--> statement-breakpoint
CREATE INDEX "savings_proofs_same" ON "savings_proofs" USING btree ("agency_id","content_hash");--> statement-breakpoint
CREATE INDEX "savings_bank_balances_newest" ON "savings_bank_balances" USING btree ("agency_id","currency","counted_on" DESC NULLS LAST,"created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "savings_statements_code" ON "savings_statements" USING btree ("agency_id","code");--> statement-breakpoint
CREATE INDEX "savings_statements_newest" ON "savings_statements" USING btree ("agency_id","plan_id","created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "savings_withdrawals_newest" ON "savings_withdrawals" USING btree ("agency_id","created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "savings_withdrawals_plan" ON "savings_withdrawals" USING btree ("agency_id","plan_id");--> statement-breakpoint
CREATE UNIQUE INDEX "savings_withdrawals_journal" ON "savings_withdrawals" USING btree ("agency_id","journal_id");