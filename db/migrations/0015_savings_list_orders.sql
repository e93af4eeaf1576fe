DROP INDEX "savings_deposits_newest";--> statement-breakpoint
DROP INDEX "savings_deposits_queue";--> statement-breakpoint
DROP INDEX "savings_plans_newest";--> statement-breakpoint
DROP INDEX "savings_bank_balances_newest";--> statement-breakpoint
DROP INDEX "savings_statements_newest";--> statement-breakpoint
DROP INDEX "savings_withdrawals_newest";--> statement-breakpoint
CREATE INDEX "savings_deposits_newest" ON "savings_deposits" USING btree ("agency_id","created_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "savings_deposits_queue" ON "savings_deposits" USING btree ("agency_id","state","created_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "savings_plans_newest" ON "savings_plans" USING btree ("agency_id","created_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "savings_bank_balances_newest" ON "savings_bank_balances" USING btree ("agency_id","currency","counted_on" DESC NULLS FIRST,"created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "savings_statements_newest" ON "savings_statements" USING btree ("agency_id","plan_id","created_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "savings_withdrawals_newest" ON "savings_withdrawals" USING btree ("agency_id","created_at" DESC NULLS FIRST,"id");