DROP INDEX "groups_starts";--> statement-breakpoint
DROP INDEX "audit_log_agency_at";--> statement-breakpoint
CREATE INDEX "groups_starts_first" ON "groups" USING btree ("agency_id","starts_at","id");--> statement-breakpoint
CREATE INDEX "groups_number" ON "groups" USING btree ("agency_id","number","id");--> statement-breakpoint
CREATE INDEX "groups_name" ON "groups" USING btree ("agency_id","name","id");--> statement-breakpoint
CREATE INDEX "groups_starts" ON "groups" USING btree ("agency_id","starts_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "audit_log_agency_at" ON "audit_log" USING btree ("agency_id","at" DESC NULLS FIRST,"id");