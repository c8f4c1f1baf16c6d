-- The model of a submission, from the hand-in to the mark. Row numbers (n) tie the tables together and never leave the
-- database; what the outside sees is the UUIDv7 of a submission. Instants are UTC milliseconds.

CREATE TABLE tenant (
	n INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE CHECK (name <> ''),
	made_at INTEGER NOT NULL
) STRICT;

CREATE TABLE person (
	n INTEGER PRIMARY KEY,
	tenant INTEGER NOT NULL REFERENCES tenant (n),
	external TEXT NOT NULL CHECK (external <> ''),
	name TEXT,
	made_at INTEGER NOT NULL,
	UNIQUE (tenant, external)
) STRICT;

-- A version is its content: two folders with the same bytes are one version.
CREATE TABLE exercise_version (
	n INTEGER PRIMARY KEY,
	tenant INTEGER NOT NULL REFERENCES tenant (n),
	digest TEXT NOT NULL CHECK (digest <> ''),
	content BLOB NOT NULL,
	made_at INTEGER NOT NULL,
	UNIQUE (digest, tenant)
) STRICT;

-- Written once and never updated: where it stands is the state of its job.
CREATE TABLE submission (
	n INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
	tenant INTEGER NOT NULL REFERENCES tenant (n),
	person INTEGER NOT NULL REFERENCES person (n),
	exercise TEXT NOT NULL CHECK (exercise <> ''),
	version INTEGER NOT NULL REFERENCES exercise_version (n),
	evaluation TEXT,
	attempt INTEGER CHECK (attempt > 0),
	answers TEXT NOT NULL,
	handed_in_at TEXT,
	received_at INTEGER NOT NULL,
	seed INTEGER NOT NULL
) STRICT;
CREATE INDEX submission_of_person ON submission (person);
CREATE INDEX submission_of_evaluation ON submission (evaluation, person) WHERE evaluation IS NOT NULL;

CREATE TABLE job (
	n INTEGER PRIMARY KEY,
	tenant INTEGER NOT NULL, -- its submission's
	submission INTEGER NOT NULL REFERENCES submission (n),
	person INTEGER NOT NULL REFERENCES person (n),
	lane INTEGER NOT NULL CHECK (lane BETWEEN 0 AND 2),
	turn INTEGER NOT NULL,
	replaceable TEXT, -- training: the exercise whose next submission takes this one's place
	state TEXT NOT NULL CHECK (state IN ('queued', 'leased', 'graded', 'quarantined', 'cancelled', 'superseded')),
	token TEXT,
	due INTEGER, -- leased: when the lease ends; queued: when it may be tried again, NULL: now
	grader TEXT,
	tries INTEGER NOT NULL DEFAULT 0,
	failures INTEGER NOT NULL DEFAULT 0,
	kills INTEGER NOT NULL DEFAULT 0,
	why TEXT,
	queued_at INTEGER NOT NULL,
	moved_at INTEGER NOT NULL,
	CHECK ((state = 'leased') = (token IS NOT NULL)),
	CHECK (state <> 'leased' OR due IS NOT NULL),
	CHECK (state IN ('queued', 'leased') OR due IS NULL),
	CHECK (state <> 'quarantined' OR why IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX job_of_submission ON job (submission);
-- Each of these holds only the jobs that its question is about, so that they stay small for ever.
CREATE INDEX job_ready ON job (lane, turn) WHERE state = 'queued' AND due IS NULL;
CREATE INDEX job_of_person ON job (person, lane, turn, replaceable) WHERE state = 'queued';
CREATE INDEX job_due ON job (due) WHERE due IS NOT NULL;
CREATE INDEX job_set_aside ON job (state) WHERE state IN ('quarantined', 'cancelled', 'superseded');

-- Its key is the job's: a job can have one report only.
CREATE TABLE report (
	job INTEGER PRIMARY KEY REFERENCES job (n),
	tenant INTEGER NOT NULL, -- its submission's
	made_at INTEGER NOT NULL,
	verdict TEXT NOT NULL CHECK (verdict IN ('correct', 'partial', 'incorrect', 'unreadable', 'pending', 'blank')),
	points TEXT NOT NULL CHECK (points <> ''),
	max TEXT NOT NULL CHECK (max <> ''),
	mark INTEGER NOT NULL CHECK (mark >= 0), -- hundredths, out of 20
	body TEXT NOT NULL
) STRICT;

-- Every change of a mark, in order. n is the sequence that platforms reconcile by: nothing is deleted, so it only grows.
CREATE TABLE mark_event (
	n INTEGER PRIMARY KEY,
	tenant INTEGER NOT NULL, -- its submission's
	submission INTEGER NOT NULL REFERENCES submission (n),
	job INTEGER REFERENCES job (n),
	at INTEGER NOT NULL,
	event TEXT NOT NULL CHECK (event IN ('given', 'pending', 'unreadable', 'changed', 'withdrawn')),
	author TEXT NOT NULL CHECK (author <> ''),
	points TEXT,
	max TEXT,
	mark INTEGER,
	why TEXT,
	CHECK ((event IN ('given', 'changed')) = (mark IS NOT NULL))
) STRICT;
CREATE INDEX mark_event_of_submission ON mark_event (submission);
CREATE TRIGGER mark_event_keeps BEFORE UPDATE ON mark_event
BEGIN
	SELECT RAISE (ABORT, 'mark events are never changed');
END;
CREATE TRIGGER mark_event_stays BEFORE DELETE ON mark_event
BEGIN
	SELECT RAISE (ABORT, 'mark events are never deleted');
END;

CREATE TABLE idempotency (
	tenant INTEGER NOT NULL REFERENCES tenant (n),
	key TEXT NOT NULL CHECK (key <> ''),
	body_hash BLOB NOT NULL CHECK (length(body_hash) = 32),
	submission INTEGER NOT NULL REFERENCES submission (n),
	PRIMARY KEY (tenant, key)
) STRICT, WITHOUT ROWID;

-- What is to be told to the outside, at least once, after the transaction that made it true.
CREATE TABLE outbox (
	n INTEGER PRIMARY KEY,
	tenant INTEGER NOT NULL REFERENCES tenant (n),
	kind TEXT NOT NULL CHECK (kind <> ''),
	body TEXT NOT NULL,
	made_at INTEGER NOT NULL,
	due_at INTEGER NOT NULL,
	tries INTEGER NOT NULL DEFAULT 0,
	sent_at INTEGER,
	why TEXT
) STRICT;
CREATE INDEX outbox_due ON outbox (due_at) WHERE sent_at IS NULL;
