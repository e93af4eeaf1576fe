DROP INDEX "deliveries_latest";--> statement-breakpoint
DROP INDEX "notifications_latest";--> statement-breakpoint
CREATE INDEX "deliveries_latest" ON "deliveries" USING btree ("agency_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "notifications_latest" ON "notifications" USING btree ("user_id","agency_id","id" DESC NULLS FIRST);