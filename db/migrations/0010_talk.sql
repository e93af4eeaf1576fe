CREATE TABLE "attachments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" integer NOT NULL,
	"message_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "attachments_agency_id" UNIQUE("agency_id","id")
);
--> statement-breakpoint
CREATE TABLE "chat_looks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"viewer_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "chat_looks_agency_id" UNIQUE("agency_id","id")
);
--> statement-breakpoint
CREATE TABLE "chats" (
	"agency_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"last_seq" integer DEFAULT 0 NOT NULL,
	"last_rev" integer DEFAULT 0 NOT NULL,
	"leaders_only" boolean DEFAULT false NOT NULL,
	CONSTRAINT "chats_agency_id_group_id_pk" PRIMARY KEY("agency_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "message_originals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"body" text,
	"attachment_id" uuid,
	"lat" double precision,
	"lng" double precision,
	"why" text NOT NULL,
	"replaced_at" timestamp (3) with time zone NOT NULL,
	"replaced_by" uuid NOT NULL,
	CONSTRAINT "message_originals_agency_id" UNIQUE("agency_id","id")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"rev" integer NOT NULL,
	"client_id" uuid NOT NULL,
	"sender_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"body" text,
	"attachment_id" uuid,
	"lat" double precision,
	"lng" double precision,
	"leaders_only" boolean,
	"reply_to" uuid,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "messages_agency_id_id_pk" PRIMARY KEY("agency_id","id")
);
--> statement-breakpoint
CREATE TABLE "read_pointers" (
	"agency_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "read_pointers_agency_id_group_id_user_id_pk" PRIMARY KEY("agency_id","group_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_group" FOREIGN KEY ("agency_id","group_id") REFERENCES "public"."groups"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_membership" FOREIGN KEY ("agency_id","user_id") REFERENCES "public"."memberships"("agency_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_looks" ADD CONSTRAINT "chat_looks_group" FOREIGN KEY ("agency_id","group_id") REFERENCES "public"."groups"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chats" ADD CONSTRAINT "chats_group" FOREIGN KEY ("agency_id","group_id") REFERENCES "public"."groups"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_originals" ADD CONSTRAINT "message_originals_message" FOREIGN KEY ("agency_id","message_id") REFERENCES "public"."messages"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_chat" FOREIGN KEY ("agency_id","group_id") REFERENCES "public"."chats"("agency_id","group_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "read_pointers" ADD CONSTRAINT "read_pointers_chat" FOREIGN KEY ("agency_id","group_id") REFERENCES "public"."chats"("agency_id","group_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_unsent" ON "attachments" USING btree ("agency_id","created_at") WHERE message_id is null;--> statement-breakpoint
CREATE INDEX "chat_looks_viewer" ON "chat_looks" USING btree ("agency_id","group_id","viewer_id","ends_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "message_originals_message_at" ON "message_originals" USING btree ("agency_id","message_id","replaced_at");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_seq" ON "messages" USING btree ("agency_id","group_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_rev" ON "messages" USING btree ("agency_id","group_id","rev");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_client" ON "messages" USING btree ("agency_id","group_id","client_id");