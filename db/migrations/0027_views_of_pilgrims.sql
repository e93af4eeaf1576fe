-- Pilgrims left the list of the staff for one of their own, and what somebody kept of them there goes along.
-- The fence binds the owner too; every agency's views are moved at once.
ALTER TABLE "saved_views" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "saved_views" v SET "place" = 'pilgrims',
    "search" = trim(BOTH '&' FROM regexp_replace(v."search", '(^|&)(who|role)=[^&]*', '', 'g'))
  WHERE v."place" = 'staff' AND v."search" ~ '(^|&)who=pilgrims(&|$)' AND NOT EXISTS (SELECT FROM "saved_views" there
    WHERE there."agency_id" = v."agency_id" AND there."user_id" = v."user_id" AND there."place" = 'pilgrims'
      AND there."name" = v."name");--> statement-breakpoint
ALTER TABLE "saved_views" FORCE ROW LEVEL SECURITY;
