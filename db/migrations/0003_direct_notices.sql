-- Which kinds of notices a robot is told; NULL is every kind.
ALTER TABLE chat_robots ADD COLUMN notice_kinds text[];

-- The receiver may have it although no answer said so.
ALTER TABLE notice_deliveries ADD COLUMN may_have_arrived bool NOT NULL DEFAULT false;

-- An inbox is read from its newest entry on; ids are made in the order of time.
CREATE INDEX notice_recipients_person_id_id_idx ON notice_recipients (org_id, person_id, id);

-- Two robots of one name could not be told apart where a delivery failed.
ALTER TABLE chat_robots ADD CONSTRAINT chat_robots_org_id_name_key UNIQUE (org_id, name);
