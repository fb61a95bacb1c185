//! What a backup holds of records and log: each table with its columns, those first that others refer to. A test compares this with
//! the schemas, so that no later migration is forgotten.

use crate::tables::Table;

/// The records.
pub(super) const RECORDS: [Table; 32] = [
    ("store", &[("id", 't'), ("created_at", 'n')]),
    ("setting", &[("name", 't'), ("value", 't'), ("changed_at", 'n'), ("changed_by", 't')]),
    ("employer", &[("id", 't'), ("name", 't'), ("created_at", 'n')]),
    ("department", &[("id", 't'), ("employer_id", 't'), ("name", 't')]),
    ("account", &[("id", 't'), ("email", 't'), ("name", 't'), ("password_hash", 't'), ("created_at", 'n'), ("disabled_at", 'n')]),
    (
        "membership",
        &[("id", 't'), ("account_id", 't'), ("employer_id", 't'), ("role", 't'), ("department_id", 't'), ("until_at", 'n')],
    ),
    (
        "posting",
        &[
            ("id", 't'),
            ("employer_id", 't'),
            ("department_id", 't'),
            ("slug", 't'),
            ("language", 't'),
            ("title", 't'),
            ("summary", 't'),
            ("body", 't'),
            ("place", 't'),
            ("employment", 't'),
            ("pay", 't'),
            ("contact", 't'),
            ("next_steps", 't'),
            ("seats", 'n'),
            ("state", 't'),
            ("intake_ends_on", 't'),
            ("planned_close_on", 't'),
            ("published_at", 'n'),
            ("closed_at", 'n'),
            ("close_kind", 't'),
            ("closed_by", 't'),
            ("retention_months", 'n'),
            ("retention_start", 't'),
            ("created_at", 'n'),
            ("created_by", 't'),
            ("reopened", 'n'),
        ],
    ),
    (
        "envelope",
        &[
            ("id", 't'),
            ("posting_id", 't'),
            ("intake_key_id", 't'),
            ("object_id", 't'),
            ("receipt_hash", 't'),
            ("certificate_no", 't'),
            ("notice_version", 't'),
            ("language", 't'),
            ("received_at", 'n'),
            ("quarantined_at", 'n'),
            ("quarantine_reason", 't'),
            ("sealed", 'b'),
        ],
    ),
    ("submission", &[("token_hash", 't'), ("application_id", 't'), ("at", 'n'), ("content_mac", 't')]),
    (
        "application",
        &[
            ("id", 't'),
            ("posting_id", 't'),
            ("employer_id", 't'),
            ("rk_id", 't'),
            ("stage", 't'),
            ("stage_at", 'n'),
            ("outcome", 't'),
            ("outcome_at", 'n'),
            ("outcome_by", 't'),
            ("outcome_reason", 'b'),
            ("outcome_version", 'n'),
            ("rejection_sent_at", 'n'),
            ("rejection_received_at", 'n'),
            ("received_at", 'n'),
            ("due_at", 'n'),
            ("life", 't'),
            ("notice_version", 't'),
            ("receipt_hash", 't'),
            ("certificate_no", 't'),
            ("basis", 't'),
            ("channel", 't'),
            ("language", 't'),
            ("closed_at", 'n'),
        ],
    ),
    ("section", &[("id", 't'), ("application_id", 't'), ("name", 't'), ("version", 'n'), ("sealed", 'b')]),
    ("object", &[("id", 't'), ("size", 'n'), ("created_at", 'n')]),
    (
        "document",
        &[
            ("id", 't'),
            ("application_id", 't'),
            ("section", 't'),
            ("object_id", 't'),
            ("version", 'n'),
            ("created_at", 'n'),
            ("sealed", 'b'),
        ],
    ),
    (
        "note",
        &[
            ("id", 't'),
            ("application_id", 't'),
            ("kind", 't'),
            ("author_id", 't'),
            ("author_role", 't'),
            ("department_id", 't'),
            ("version", 'n'),
            ("created_at", 'n'),
            ("sealed", 'b'),
        ],
    ),
    (
        "release",
        &[
            ("id", 't'),
            ("application_id", 't'),
            ("audience_kind", 't'),
            ("audience_id", 't'),
            ("sections", 't'),
            ("until_at", 'n'),
            ("created_at", 'n'),
            ("created_by", 't'),
            ("revoked_at", 'n'),
            ("revoked_by", 't'),
        ],
    ),
    (
        "proposal",
        &[
            ("id", 't'),
            ("employer_id", 't'),
            ("kind", 't'),
            ("subject_id", 't'),
            ("value", 't'),
            ("at", 'n'),
            ("by_account", 't'),
        ],
    ),
    (
        "claim",
        &[
            ("id", 't'),
            ("employer_id", 't'),
            ("posting_id", 't'),
            ("kind", 't'),
            ("review_on", 't'),
            ("missed", 'n'),
            ("opened_at", 'n'),
            ("opened_by", 't'),
            ("ended_at", 'n'),
        ],
    ),
    (
        "hold",
        &[
            ("id", 't'),
            ("claim_id", 't'),
            ("application_id", 't'),
            ("part", 't'),
            ("created_at", 'n'),
            ("created_by", 't'),
            ("ended_at", 'n'),
            ("ended_by", 't'),
            ("ended_by_second", 't'),
            ("version", 'n'),
            ("sealed", 'b'),
        ],
    ),
    (
        "restriction",
        &[
            ("id", 't'),
            ("application_id", 't'),
            ("ground", 't'),
            ("since", 'n'),
            ("lifted_at", 'n'),
            ("set_by", 't'),
            ("lifted_by", 't'),
            ("told_on", 't'),
            ("announced_on", 't'),
        ],
    ),
    ("history", &[("id", 't'), ("application_id", 't'), ("at", 'n'), ("by_account", 't'), ("what", 't'), ("sealed", 'b')]),
    (
        "request",
        &[
            ("id", 't'),
            ("application_id", 't'),
            ("employer_id", 't'),
            ("kind", 't'),
            ("received_at", 'n'),
            ("answer_by", 't'),
            ("answered_at", 'n'),
            ("version", 'n'),
            ("sealed", 'b'),
        ],
    ),
    (
        "kept",
        &[
            ("id", 't'),
            ("employer_id", 't'),
            ("class", 't'),
            ("rk_id", 't'),
            ("certificate_no", 't'),
            ("from_on", 't'),
            ("due_at", 'n'),
            ("erasing_at", 'n'),
            ("created_at", 'n'),
            ("created_by", 't'),
            ("version", 'n'),
            ("sealed", 'b'),
        ],
    ),
    ("kept_document", &[("id", 't'), ("kept_id", 't'), ("object_id", 't'), ("version", 'n'), ("sealed", 'b')]),
    (
        "consent",
        &[
            ("id", 't'),
            ("evidence_id", 't'),
            ("pool_id", 't'),
            ("application_id", 't'),
            ("text_version", 't'),
            ("channel", 't'),
            ("given_on", 't'),
            ("until_on", 't'),
            ("withdrawn_on", 't'),
            ("withdrawn_by", 't'),
        ],
    ),
    (
        "employee",
        &[
            ("id", 't'),
            ("employer_id", 't'),
            ("department_id", 't'),
            ("posting_title", 't'),
            ("rk_id", 't'),
            ("created_at", 'n'),
            ("created_by", 't'),
        ],
    ),
    (
        "employee_item",
        &[
            ("id", 't'),
            ("employee_id", 't'),
            ("item", 't'),
            ("purpose", 't'),
            ("basis", 't'),
            ("object_id", 't'),
            ("version", 'n'),
            ("sealed", 'b'),
        ],
    ),
    ("handover", &[("application_id", 't'), ("employee_id", 't'), ("at", 'n'), ("by_account", 't')]),
    (
        "breach",
        &[
            ("id", 't'),
            ("employer_id", 't'),
            ("account_id", 't'),
            ("from_at", 'n'),
            ("to_at", 'n'),
            ("known_at", 'n'),
            ("reported_at", 'n'),
            ("created_by", 't'),
            ("created_at", 'n'),
        ],
    ),
    (
        "erasure",
        &[
            ("application_id", 't'),
            ("rk_id", 't'),
            ("step", 'n'),
            ("started_at", 'n'),
            ("unreadable_at", 'n'),
            ("keys", 'n'),
            ("objects", 'n'),
        ],
    ),
    (
        "job",
        &[
            ("id", 't'),
            ("kind", 't'),
            ("run_at", 'n'),
            ("tries", 'n'),
            ("holder", 't'),
            ("until_at", 'n'),
            ("fence", 'n'),
            ("sealed", 'b'),
        ],
    ),
    ("change", &[("id", 't'), ("at", 'n'), ("kind", 't'), ("subject_id", 't')]),
    ("entry_in", &[("id", 't'), ("at", 'n'), ("kind", 't'), ("employer_id", 't'), ("subject", 't'), ("body", 't')]),
];

/// The log. A backup's log can go into a longer one of the same kind row by row.
pub(super) const LOG: [Table; 4] = [
    ("store", &[("id", 't'), ("created_at", 'n')]),
    (
        "leaf",
        &[
            ("idx", 'n'),
            ("id", 't'),
            ("at", 'n'),
            ("kind", 't'),
            ("employer_id", 't'),
            ("subject", 't'),
            ("body", 't'),
            ("hash", 'b'),
        ],
    ),
    ("node", &[("level", 'n'), ("idx", 'n'), ("hash", 'b')]),
    ("checkpoint", &[("size", 'n'), ("root", 'b'), ("at", 'n')]),
];

/// Tables of the records that are in no backup, and that a restore empties.
pub(super) const ENDED: [&str; 6] = [
    // Whoever was signed in signs in again: an old session could be one that somebody ended.
    "session",
    // Who runs a job belongs to the moment.
    "lease",
    // Tries count for minutes, and live seven days at most (docs/PROMISES.md, n16).
    "attempt",
    // A code that was mailed is for once and for half an hour.
    "challenge",
    // Who may read a closed record for half an hour, may then.
    "opening",
    // When a step is tried again that failed elsewhere and at another time.
    "erasure_retry",
];

/// In no backup. When a database was last written to for a try, when the clock that forgets last passed and whether it stopped is left as it
/// is by a restore: an older instant would take the guard against a clock that was moved off its post. The mark of the log is set anew.
#[cfg(test)]
pub(super) const KEPT: [&str; 4] = ["tick", "clock_stop", "last_pass", "log_mark"];

/// The objects that anything in the records names.
pub(super) const NAMED: &str = "SELECT object_id FROM document UNION SELECT object_id FROM envelope \
    UNION SELECT object_id FROM employee_item WHERE object_id IS NOT NULL UNION SELECT object_id FROM kept_document";
