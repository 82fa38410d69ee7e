-- The day the other side was given the application, and an appeal: each ends a deadline and the first begins one.
ALTER TABLE case_steps DROP CONSTRAINT case_steps_kind_check;
ALTER TABLE case_steps ADD CONSTRAINT case_steps_kind_check CHECK (kind IN ('mediation_asked', 'mediated', 'arbitration_asked', 'arbitration_docketed', 'copy_served', 'arbitration_prolonged', 'award_served', 'suit_filed', 'judgment_served', 'appeal_filed', 'note'));
-- A look that was refused is kept as one that was allowed.
ALTER TABLE case_views ADD COLUMN refused boolean NOT NULL DEFAULT false;
