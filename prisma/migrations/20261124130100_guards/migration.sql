-- What the schema language cannot say: constraints that hold whoever writes, and events that nobody rewrites.

ALTER TABLE "Instance" ADD CONSTRAINT "Instance_single" CHECK (id = 1);
INSERT INTO "Instance" (id, revision, "eventCount", "headHash") VALUES (1, 0, 0, repeat('0', 64));

ALTER TABLE "EvidenceRequirement" ADD CONSTRAINT "EvidenceRequirement_one_subject" CHECK (num_nonnulls("itemId", "taskId") = 1);
ALTER TABLE "EvidenceRequirement" ADD CONSTRAINT "EvidenceRequirement_validity" CHECK ("validityDays" > 0);
ALTER TABLE "EvidenceFile" ADD CONSTRAINT "EvidenceFile_size" CHECK (size > 0);
ALTER TABLE "EvidenceFile" ADD CONSTRAINT "EvidenceFile_sha256" CHECK (sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE "Upload" ADD CONSTRAINT "Upload_sha256" CHECK (sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE "EvidenceRevision" ADD CONSTRAINT "EvidenceRevision_number" CHECK (number > 0);
-- A review has a reviewer and a time, and nobody reviews what they submitted.
ALTER TABLE "EvidenceRevision" ADD CONSTRAINT "EvidenceRevision_reviewed" CHECK (
  state NOT IN ('accepted', 'rejected', 'withdrawn') OR ("reviewerId" IS NOT NULL AND "reviewedAt" IS NOT NULL)
);
ALTER TABLE "EvidenceRevision" ADD CONSTRAINT "EvidenceRevision_second_person" CHECK ("reviewerId" <> "submitterId");
-- At most one revision of an evidence waits for review, and at most one is accepted.
ALTER TABLE "EvidenceRevision" ADD CONSTRAINT "EvidenceRevision_one_in_review"
  EXCLUDE USING btree ("evidenceId" WITH =) WHERE (state = 'in_review');
ALTER TABLE "EvidenceRevision" ADD CONSTRAINT "EvidenceRevision_one_accepted"
  EXCLUDE USING btree ("evidenceId" WITH =) WHERE (state = 'accepted');
ALTER TABLE "NotApplicableClaim" ADD CONSTRAINT "NotApplicableClaim_second_person" CHECK ("approverId" <> "requesterId");
ALTER TABLE "Item" ADD CONSTRAINT "Item_version" CHECK (version > 0);
ALTER TABLE "Task" ADD CONSTRAINT "Task_version" CHECK (version > 0);
ALTER TABLE "Task" ADD CONSTRAINT "Task_horizon" CHECK ("fromDay" >= 0 AND "toDay" > "fromDay");
ALTER TABLE "Task" ADD CONSTRAINT "Task_dates" CHECK ("dueOn" >= "startOn");
ALTER TABLE "ItemSupport" ADD CONSTRAINT "ItemSupport_other" CHECK ("controlId" <> "supportedId");
ALTER TABLE "DrillTarget" ADD CONSTRAINT "DrillTarget_rto" CHECK ("rtoMaxMinutes" IS NOT NULL OR "rtoWords" IS NOT NULL);
ALTER TABLE "Event" ADD CONSTRAINT "Event_number" CHECK (number > 0);
ALTER TABLE "Event" ADD CONSTRAINT "Event_hash" CHECK (hash ~ '^[0-9a-f]{64}$');

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events are append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER "Event_append_only" BEFORE UPDATE OR DELETE ON "Event" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Event_no_truncate" BEFORE TRUNCATE ON "Event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
